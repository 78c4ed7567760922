package dev.overlap.persistence;

import dev.overlap.lesson.course.CourseRecord;
import dev.overlap.storage.AtomicFile;
import dev.overlap.storage.IoErrorText;
import dev.overlap.storage.OwnerOnlyPermissions;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The record of the course as a file, {@code course.json}, which all windows of a user share.
 *
 * <p><b>Two windows at once.</b> Lists of sites have a file per window; the lessons that a person
 * has done are the same in all of them. So a window never writes what it believes the record to be:
 * it takes a lock, reads the file, applies its change, and replaces the file as a whole. The system
 * releases the lock of a killed process, and the file is then the one before the change.
 *
 * <p><b>A damaged file</b> is renamed before a new one is written, and one with invalid parts is
 * copied, so that nothing is lost that somebody could still read.
 *
 * <p>Threads: safe for any; all methods block on the disk, and up to two seconds on another window.
 */
public final class CourseFile {

    private static final String NAME = "course.json";
    private static final String LOCK = "course.lock";

    /** Many times what a thousand lessons with pictures take. */
    private static final int MAX_BYTES = 32 << 20;

    private static final Duration MAX_LOCK_WAIT = Duration.ofSeconds(2);
    private static final Duration LOCK_RETRY = Duration.ofMillis(10);

    /**
     * What was read.
     *
     * @param sentences what was wrong with the file; usually empty
     */
    public record Loaded(CourseRecord course, List<String> sentences) {
        public Loaded {
            sentences = List.copyOf(sentences);
        }
    }

    private final Path folder;
    private final Path file;

    CourseFile(Path folder) {
        this.folder = folder;
        file = folder.resolve(NAME);
    }

    /** Returns the file of a user; empty if the system names no folder for it. */
    public static Optional<CourseFile> of(UserDirectories userDirectories) {
        return userDirectories.state().map(CourseFile::new);
    }

    /** Reads the record; without the file, nothing was done. Never throws: a sentence says why. */
    public synchronized Loaded read() {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Loaded(CourseRecord.NONE, List.of());
        }
        try (StateFileLock _ = lock()) {
            return load();
        } catch (IOException notLocked) {
            return loadUntouched();
        }
    }

    /**
     * Applies a change to what is in the file now, and saves it. Once this returns, it survives a
     * power cut.
     *
     * @throws IOException with a sentence, if it could not be saved; the file is then unchanged
     */
    public synchronized Loaded change(UnaryOperator<CourseRecord> change) throws IOException {
        try {
            OwnerOnlyPermissions.makeFolder(folder);
            try (StateFileLock _ = lock()) {
                return changeLocked(change);
            }
        } catch (IOException e) {
            throw new IOException(
                    "The lessons that were done could not be saved in \""
                            + file
                            + "\": "
                            + IoErrorText.of(e)
                            + ". What was saved earlier is untouched.",
                    e);
        }
    }

    private Loaded changeLocked(UnaryOperator<CourseRecord> change) throws IOException {
        Loaded before = load();
        CourseRecord changed = change.apply(before.course);
        if (!changed.equals(before.course)) {
            AtomicFile.writeOwnerOnly(file, CourseJson.write(changed));
        }
        return new Loaded(changed, before.sentences);
    }

    private StateFileLock lock() throws IOException {
        long end = System.nanoTime() + MAX_LOCK_WAIT.toNanos();
        StateFileLock lock = StateFileLock.acquire(folder, LOCK);
        while (lock == null) {
            if (System.nanoTime() - end > 0) {
                throw new IOException("another window is writing it");
            }
            pause();
            lock = StateFileLock.acquire(folder, LOCK);
        }
        return lock;
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(LOCK_RETRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("it was interrupted");
        }
    }

    /**
     * Reads the file under the lock.
     *
     * @throws IOException if it is damaged and cannot be moved out of the way
     */
    private Loaded load() throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Loaded(CourseRecord.NONE, List.of());
        }
        CourseJson.ReadResult result;
        try {
            result = parse();
        } catch (IOException unreadable) {
            return setAside(unreadable);
        }
        return new Loaded(result.course(), copyAside(result.misread()));
    }

    private Loaded setAside(IOException unreadable) throws IOException {
        Path aside = CorruptFileQuarantine.setAside(file);
        return new Loaded(
                CourseRecord.NONE,
                List.of(sentence(unreadable) + " It is kept as \"" + aside + "\"."));
    }

    private String sentence(IOException unreadable) {
        return "The lessons that were done, in \""
                + file
                + "\", cannot be read: "
                + unreadable.getMessage()
                + ".";
    }

    /**
     * Reads the whole file. Only a regular file is opened: reading a pipe would never end.
     *
     * @throws IOException if Overlap cannot have written it; the message is a clause
     */
    private CourseJson.ReadResult parse() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("it is not a text file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("it is larger than " + (MAX_BYTES >> 20) + " MB");
            }
            return CourseJson.read(bytes);
        } catch (FileSystemException e) {
            throw new IOException(IoErrorText.of(e), e);
        }
    }

    private List<String> copyAside(List<String> misread) throws IOException {
        if (misread.isEmpty()) {
            return List.of();
        }
        Path copy = CorruptFileQuarantine.copyAside(file);
        return List.of(
                "Some of the lessons that were done make no sense and were left out: "
                        + String.join(", ", misread)
                        + ". The original file is kept as \""
                        + copy
                        + "\".");
    }

    /** Reads a file that cannot be locked, such as one in a folder that cannot be written. */
    private Loaded loadUntouched() {
        try {
            return new Loaded(parse().course(), List.of());
        } catch (IOException e) {
            return new Loaded(CourseRecord.NONE, List.of(sentence(e)));
        }
    }
}
