package dev.overlap.storage;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Follows symbolic links, even to files that do not exist yet. */
final class SymbolicLinks {

    /** The limit of Linux. */
    private static final int MAX = 40;

    private SymbolicLinks() {}

    /** Returns the end of the chain of links, which is not a link itself. */
    static Path end(Path file) throws IOException {
        return chain(file).getLast();
    }

    /** Returns the path itself, followed by the target of each link. */
    static List<Path> chain(Path file) throws IOException {
        List<Path> chain = new ArrayList<>();
        Path at = file.toAbsolutePath();
        chain.add(at);
        while (Files.isSymbolicLink(at)) {
            if (chain.size() > MAX) {
                throw new FileSystemException(
                        file.toString(), null, "its symbolic links form a loop");
            }
            at = at.resolveSibling(Files.readSymbolicLink(at)); // not normalised: .. may follow one
            chain.add(at);
        }
        return chain;
    }
}
