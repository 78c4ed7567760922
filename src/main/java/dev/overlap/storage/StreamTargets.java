package dev.overlap.storage;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is written into and never replaced: pipes, devices, sockets, and whatever a process has open
 * ({@code /dev/stdout}, {@code /dev/fd/3}), be it a regular file: whoever opened it would look at
 * the old one for ever.
 */
final class StreamTargets {

    /** The folder of Linux in which the files lie that a process has open. */
    private static final Pattern DESCRIPTORS =
            Pattern.compile("/proc/(?<process>[0-9]+)/(task/[0-9]+/)?fd");

    private StreamTargets() {}

    static boolean is(Path file) throws IOException {
        return isSpecial(file) || descriptor(file).isPresent();
    }

    /** Writes into it, behind what is there. */
    static void write(Path file, ContentWriter contentWriter) throws IOException {
        Optional<FileDescriptor> own = descriptor(file).flatMap(StreamTargets::standard);
        if (own.isPresent()) {
            // not opened anew: it would not know how far the program has written by other ways.
            // Not closed either: it is the program's
            contentWriter.pourInto(new FileOutputStream(own.get()));
        } else {
            try (OutputStream out =
                    Files.newOutputStream(
                            file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                contentWriter.pourInto(out);
            }
        }
    }

    private static boolean isSpecial(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    }

    /** Where a path or one of the links behind it names what a process has open. */
    private static Optional<Path> descriptor(Path file) throws IOException {
        for (Path at : SymbolicLinks.chain(file)) {
            Path folder = at.getParent();
            if (folder != null && Files.isSymbolicLink(at)) {
                Path real = folder.toRealPath().resolve(at.getFileName());
                if (DESCRIPTORS.matcher(String.valueOf(real.getParent())).matches()) {
                    return Optional.of(real);
                }
            }
        }
        return Optional.empty();
    }

    /** The program's own standard streams, where a descriptor is one of them. */
    private static Optional<FileDescriptor> standard(Path descriptor) {
        Matcher folder = DESCRIPTORS.matcher(String.valueOf(descriptor.getParent()));
        String own = String.valueOf(ProcessHandle.current().pid());
        if (!folder.matches() || !folder.group("process").equals(own)) {
            return Optional.empty();
        }
        return switch (String.valueOf(descriptor.getFileName())) {
            case "1" -> Optional.of(FileDescriptor.out);
            case "2" -> Optional.of(FileDescriptor.err);
            default -> Optional.empty();
        };
    }
}
