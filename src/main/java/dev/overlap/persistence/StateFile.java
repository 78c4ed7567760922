package dev.overlap.persistence;

import dev.overlap.storage.IoErrorText;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A numbered slot for the state of one window: {@code state.json} and {@code state.lock}, {@code
 * state-2.json} and {@code state-2.lock}, and so on.
 */
record StateFile(Path folder, int number) {

    /** The maximum number of windows whose state is kept. */
    static final int MAX_SLOTS = 32;

    /** Ten times the size of the longest list that can be run. */
    static final int MAX_BYTES = 32 << 20;

    /** The reason for not reading or writing a larger file, as a clause. */
    static final String TOO_LARGE = "it is larger than " + (MAX_BYTES >> 20) + " MB";

    /**
     * Returns all slots in order of preference for a new window: occupied ones, the latest saved
     * first, then the empty ones.
     */
    static List<StateFile> all(Path folder) {
        List<StateFile> all =
                IntStream.rangeClosed(1, MAX_SLOTS)
                        .mapToObj(n -> new StateFile(folder, n))
                        .toList();
        // each time is read once: a file saved during the sorting must not break it
        record Aged(StateFile file, FileTime saved) {}
        Stream<StateFile> kept =
                all.stream()
                        .filter(StateFile::isOccupied)
                        .map(stateFile -> new Aged(stateFile, stateFile.saved()))
                        .sorted(Comparator.comparing(Aged::saved).reversed())
                        .map(Aged::file);
        Stream<StateFile> empty = all.stream().filter(stateFile -> !stateFile.isOccupied());
        return Stream.concat(kept, empty)
                .distinct()
                .toList(); // one may have been removed between the two
    }

    Path file() {
        return folder.resolve(name() + ".json");
    }

    /** Returns whether anything has that name: a state, garbage, a folder or a dangling link. */
    boolean isOccupied() {
        return Files.exists(file(), LinkOption.NOFOLLOW_LINKS);
    }

    @Nullable StateFileLock lock() throws IOException {
        return StateFileLock.acquire(folder, lockName());
    }

    /** Returns whether the lock file is something that cannot be locked, such as a pipe. */
    boolean hasInvalidLockFile() {
        return StateFileLock.isNotAFile(lockFile());
    }

    Path lockFile() {
        return folder.resolve(lockName());
    }

    /**
     * Reads the whole file. Only regular files are opened: reading a pipe would never end.
     *
     * @throws IOException if it is not a file that Overlap could have written; the message says why
     */
    byte[] read() throws IOException {
        if (!Files.isRegularFile(file())) {
            throw new IOException("it is not a text file");
        }
        try (InputStream in = Files.newInputStream(file())) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException(TOO_LARGE);
            }
            return bytes;
        } catch (FileSystemException e) {
            throw new IOException(IoErrorText.of(e), e);
        }
    }

    private String lockName() {
        return name() + ".lock";
    }

    private String name() {
        return number == 1 ? "state" : "state-" + number;
    }

    private FileTime saved() {
        try {
            return Files.getLastModifiedTime(file(), LinkOption.NOFOLLOW_LINKS);
        } catch (IOException gone) {
            return FileTime.from(Instant.MIN); // unreadable ones come last
        }
    }
}
