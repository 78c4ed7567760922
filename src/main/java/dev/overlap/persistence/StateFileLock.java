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
 * The right to write one state, until it is closed or the process ends, however it ends: the system
 * takes a lock back from the dead, so nothing has to be cleaned up after {@code kill -9}. The lock
 * file itself stays: deleting it would let a third window lock a new file of the same name.
 *
 * <p>File systems that know no locks, some network folders among them, grant every window the same
 * lock. There the window that saves last wins.
 */
final class StateFileLock implements AutoCloseable {

    /**
     * What this process holds. A system that follows POSIX drops a lock as soon as its process
     * closes any channel on that file, so a second try from here must not even open it.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private StateFileLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes a lock, or gives null if another window has it.
     *
     * @throws IOException if the file that carries the lock cannot be opened
     */
    static @Nullable StateFileLock take(Path folder, String name) throws IOException {
        Path file = folder.toRealPath().resolve(name);
        if (!HELD.add(file)) {
            return null;
        }
        StateFileLock lock = null;
        try {
            lock = takeFromOthers(file);
        } finally {
            if (lock == null) {
                HELD.remove(file);
            }
        }
        return lock;
    }

    /**
     * Whether something else than a file lies there. It must not be opened: a pipe holds whoever
     * does until somebody reads from it.
     */
    static boolean isOdd(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file);
    }

    private static @Nullable StateFileLock takeFromOthers(Path file) throws IOException {
        if (isOdd(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileChannel channel =
                FileChannel.open(file, options, OwnerOnlyPermissions.fileAttributes(file));
        if (isTaken(channel)) {
            channel.close();
            return null;
        }
        return new StateFileLock(file, channel);
    }

    private static boolean isTaken(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return lock == null;
        } catch (IOException noLocksHere) {
            return false; // decided here: better a list that two windows share than none
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
