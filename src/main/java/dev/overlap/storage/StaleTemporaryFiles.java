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
 * Removes temporary files of killed programs.
 *
 * <p>A temporary file is stale if the process in its name has ended <em>and</em> the file is not
 * locked: in a container, or on another machine that shares the folder, process ids mean something
 * else, and only locks are visible. After a day it is stale in any case. Files of this process are
 * not even opened, since on POSIX systems closing them would drop its lock.
 */
final class StaleTemporaryFiles {

    private static final Duration OLD = Duration.ofDays(1);

    private StaleTemporaryFiles() {}

    /** Removes the stale files in the folder of a file, as far as the system permits. */
    static void removeBeside(Path file) {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(file.resolveSibling("."), TemporaryFileName.GLOB)) {
            for (Path temporary : files) {
                removeIfStale(temporary);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Decided here: a folder that cannot be listed can still be saved in
        }
    }

    private static void removeIfStale(Path file) {
        try {
            if (isStale(file)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // Decided here: it belongs to another user, whose programs will remove it
        }
    }

    private static boolean isStale(Path file) throws IOException {
        Optional<TemporaryFileName> name =
                TemporaryFileName.read(String.valueOf(file.getFileName()));
        if (name.isEmpty()
                || name.get().isOfThisProcess()
                || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        return isOld(file) || (!name.get().isOfALivingProcess() && isUnlocked(file));
    }

    private static boolean isOld(Path file) throws IOException {
        Instant written = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
        return written.isBefore(Instant.now().minus(OLD));
    }

    private static boolean isUnlocked(Path file) throws IOException {
        try (FileChannel open =
                        FileChannel.open(
                                file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock lock = open.tryLock()) {
            return lock != null;
        }
    }
}
