package dev.overlap.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Moves or copies unreadable files to unused names: {@code state.json.unreadable-1} and so on. To
 * be used under the {@link StateFileLock} of the file, so that no other process takes the name in
 * between.
 */
final class CorruptFileQuarantine {

    private CorruptFileQuarantine() {}

    /** Renames a file or folder; returns the new path. */
    static Path setAside(Path file) throws IOException {
        return Files.move(file, freeName(file));
    }

    /** Copies a file, unless there is an equal copy already; returns the path of the copy. */
    static Path copyAside(Path file) throws IOException {
        for (int number = 1; ; number++) {
            Path name = name(file, number);
            if (isFree(name)) {
                return Files.copy(file, name, StandardCopyOption.COPY_ATTRIBUTES);
            }
            if (Files.isRegularFile(name) && Files.mismatch(file, name) < 0) {
                return name;
            }
        }
    }

    private static Path freeName(Path file) {
        int number = 1;
        while (!isFree(name(file, number))) {
            number++;
        }
        return name(file, number);
    }

    private static Path name(Path file, int number) {
        return file.resolveSibling(file.getFileName() + ".unreadable-" + number);
    }

    private static boolean isFree(Path name) {
        return !Files.exists(name, LinkOption.NOFOLLOW_LINKS);
    }
}
