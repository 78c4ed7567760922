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
 * Targets that are written to and never replaced: pipes, devices, sockets, and open file
 * descriptors ({@code /dev/stdout}, {@code /dev/fd/3}), even of regular files, since the process
 * that opened them would keep the old file.
 */
final class StreamTargets {

    /** The folder of a process's open file descriptors on Linux. */
    private static final Pattern DESCRIPTORS =
            Pattern.compile("/proc/(?<process>[0-9]+)/(task/[0-9]+/)?fd");

    private StreamTargets() {}

    static boolean is(Path file) throws IOException {
        return isSpecial(file) || descriptor(file).isPresent();
    }

    /** Appends to a target. */
    static void write(Path file, ContentWriter contentWriter) throws IOException {
        Optional<FileDescriptor> own = descriptor(file).flatMap(StreamTargets::standard);
        if (own.isPresent()) {
            // not reopened, which would ignore the current position, and not closed, as the program
            // still uses it
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

    /** Returns the path of the file descriptor that a path, or a link on its way, leads to. */
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

    /** Returns the standard stream of this program that a descriptor stands for, if any. */
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
