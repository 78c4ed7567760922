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
 * The place of one window's state in the folder: {@code state.json} and {@code state.lock}, {@code
 * state-2.json} and {@code state-2.lock}, and so on.
 */
record StateFile(Path folder, int number) {

    /** Nobody looks after more windows at once. */
    static final int MOST = 32;

    /** Ten times what the longest list takes that can be run. */
    static final int MAX_BYTES = 32 << 20;

    /** Why a larger file is neither written nor read, as half a sentence. */
    static final String TOO_LARGE = "it is larger than " + (MAX_BYTES >> 20) + " MB";

    /**
     * All slots, in the order in which a new window should want them: the state that was saved last
     * first, then the older ones, then the empty slots.
     */
    static List<StateFile> all(Path folder) {
        List<StateFile> all =
                IntStream.rangeClosed(1, MOST).mapToObj(n -> new StateFile(folder, n)).toList();
        // asked once each: a file that is saved during the sorting must not upset it
        record Aged(StateFile file, FileTime saved) {}
        Stream<StateFile> kept =
                all.stream()
                        .filter(StateFile::isOccupied)
                        .map(stateFile -> new Aged(stateFile, stateFile.saved()))
                        .sorted(Comparator.comparing(Aged::saved).reversed())
                        .map(Aged::file);
        Stream<StateFile> empty = all.stream().filter(stateFile -> !stateFile.isOccupied());
        return Stream.concat(kept, empty).distinct().toList(); // one may vanish between the two
    }

    Path file() {
        return folder.resolve(name() + ".json");
    }

    /** Whether something lies there: a state, rubbish, a folder or a link to nowhere. */
    boolean isOccupied() {
        return Files.exists(file(), LinkOption.NOFOLLOW_LINKS);
    }

    @Nullable StateFileLock lock() throws IOException {
        return StateFileLock.take(folder, lockName());
    }

    /** Whether something lies in place of the lock's file that nobody can lock, such as a pipe. */
    boolean hasOddLock() {
        return StateFileLock.isOdd(lockFile());
    }

    Path lockFile() {
        return folder.resolve(lockName());
    }

    /**
     * The whole content of its file. What is no regular file is not even opened: a pipe would never
     * end.
     *
     * @throws IOException if there is none that Overlap could have written; its message says why
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
            return FileTime.from(Instant.MIN); // what cannot be looked at is wanted last
        }
    }
}
