package dev.overlap.persistence;

import dev.overlap.storage.OwnerOnlyPermissions;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The exclusive right to write one state, until it is closed or the process ends: the system
 * releases the locks of dead processes, so nothing has to be cleaned up after {@code kill -9}. The
 * lock file itself is not deleted: otherwise a third window could lock a new file of the same name.
 *
 * <p>On file systems without locks, such as some network folders, every window gets the lock, and
 * the one that saves last wins.
 */
final class StateFileLock implements AutoCloseable {

    /**
     * The locks of this process. On POSIX systems closing any channel of a file drops the process's
     * lock on it, so a second attempt must not even open it.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private StateFileLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Acquires a lock, or returns null if another window has it.
     *
     * @throws IOException if the lock file cannot be opened
     */
    static @Nullable StateFileLock acquire(Path folder, String name) throws IOException {
        Path file = folder.toRealPath().resolve(name);
        if (!HELD.add(file)) {
            return null;
        }
        StateFileLock lock = null;
        try {
            lock = acquireFromSystem(file);
        } finally {
            if (lock == null) {
                HELD.remove(file);
            }
        }
        return lock;
    }

    /**
     * Returns whether the path is not a regular file. It must not be opened then: opening a pipe
     * blocks until it is read.
     */
    static boolean isNotAFile(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file);
    }

    private static @Nullable StateFileLock acquireFromSystem(Path file) throws IOException {
        if (isNotAFile(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileChannel channel =
                FileChannel.open(file, options, OwnerOnlyPermissions.fileAttributes(file));
        if (isLockedElsewhere(channel)) {
            channel.close();
            return null;
        }
        return new StateFileLock(file, channel);
    }

    private static boolean isLockedElsewhere(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return lock == null;
        } catch (IOException noLocksHere) {
            return false; // decided here: sharing a list between two windows is better than none
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(file);
        }
    }
}
