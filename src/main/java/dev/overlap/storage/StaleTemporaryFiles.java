package dev.overlap.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Drafts that killed programs have left behind.
 *
 * <p>A draft is one if the process that its name tells of is gone <em>and</em> nobody has it
 * locked: in a container, or on another machine that shares the folder, processes have numbers of
 * their own, and their locks are all that is seen of them. After a day nobody writes any more. What
 * this process writes is never even opened: a system that follows POSIX would drop its lock.
 */
final class StaleTemporaryFiles {

    private static final Duration OLD = Duration.ofDays(1);

    private StaleTemporaryFiles() {}

    /** Removes those beside a file, as far as the system lets it. */
    static void removeBeside(Path file) {
        try (DirectoryStream<Path> drafts =
                Files.newDirectoryStream(file.resolveSibling("."), TemporaryFileName.GLOB)) {
            for (Path draft : drafts) {
                removeIfLeft(draft);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Decided here: a folder that cannot be listed can still be saved in
        }
    }

    private static void removeIfLeft(Path draft) {
        try {
            if (isLeft(draft)) {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            // Decided here: it belongs to somebody else, whose programs will remove it
        }
    }

    private static boolean isLeft(Path draft) throws IOException {
        Optional<TemporaryFileName> name =
                TemporaryFileName.read(String.valueOf(draft.getFileName()));
        if (name.isEmpty()
                || name.get().isOfThisProcess()
                || !Files.isRegularFile(draft, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        return isOld(draft) || (!name.get().isOfALivingProcess() && isUnlocked(draft));
    }

    private static boolean isOld(Path draft) throws IOException {
        Instant written = Files.getLastModifiedTime(draft, LinkOption.NOFOLLOW_LINKS).toInstant();
        return written.isBefore(Instant.now().minus(OLD));
    }

    private static boolean isUnlocked(Path draft) throws IOException {
        try (FileChannel open =
                        FileChannel.open(
                                draft, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock lock = open.tryLock()) {
            return lock != null;
        }
    }
}
