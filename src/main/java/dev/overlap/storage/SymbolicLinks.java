package dev.overlap.storage;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Follows symbolic links, also to where nothing is yet. */
final class SymbolicLinks {

    /** As many as Linux follows. */
    private static final int MAX = 40;

    private SymbolicLinks() {}

    /** Where a path leads; what stands there is no link. */
    static Path end(Path file) throws IOException {
        return chain(file).getLast();
    }

    /** The path itself, then where each link points. */
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
