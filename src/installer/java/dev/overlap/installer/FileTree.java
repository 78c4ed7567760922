package dev.overlap.installer;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Deletes, copies and finds files. */
final class FileTree {

    private FileTree() {}

    /** Deletes a folder with all that is in it, or nothing if it is not there. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            if (!Files.isSymbolicLink(file)) {
                file.toFile().setWritable(true); // jpackage's launcher for Windows is not
            }
            Files.delete(file);
        }
    }

    /** Copies a folder with times and permissions; a link is replaced by what it leads to. */
    static void copy(Path from, Path to) throws IOException {
        List<Path> parentsFirst;
        try (Stream<Path> files = Files.walk(from)) {
            parentsFirst = files.toList();
        }
        Files.createDirectories(to.getParent());
        for (Path file : parentsFirst) {
            Files.copy(file, to.resolve(from.relativize(file)), COPY_ATTRIBUTES);
        }
    }

    /** Returns the only file of the folder that ends so. */
    static Path only(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found =
                    files.filter(file -> file.getFileName().toString().endsWith(ending)).toList();
            if (found.size() != 1) {
                throw new InstallerException(
                        "One %s is expected in %s, there are %d."
                                .formatted(ending, folder, found.size()));
            }
            return found.getFirst();
        }
    }
}
