package dev.overlap.persistence;

import dev.overlap.persistence.SaveResult.Kept;
import dev.overlap.persistence.SaveResult.NotKept;
import dev.overlap.storage.AtomicFile;
import dev.overlap.storage.IoErrorText;
import dev.overlap.storage.OwnerOnlyPermissions;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;

/**
 * Saves the state of one window to the disk. {@link StateLoader#open} finds the slot and loads its
 * state.
 *
 * <p><b>Two windows at once.</b> A list must not be lost, in whichever window it was typed, and the
 * user should not be asked which one to keep. So each window has a slot of its own, a file that no
 * other window writes:
 *
 * <ol>
 *   <li>A new window takes the slot that was saved last and is not locked by another window. If no
 *       other window is open, that is the slot of the window used last.
 *   <li>If all occupied slots belong to open windows, it takes an empty slot and starts with a copy
 *       of the state saved last.
 *   <li>A slot remains when its window closes. After closing two windows, the next window shows the
 *       newer list and a note that there is another one ({@link RestoredState#otherLists}), which a
 *       second window restores.
 * </ol>
 *
 * <p>Locks are released by the system when the process ends. There are never more files than there
 * were windows open at one time. Rejected: a single file where the last writer wins, since it
 * silently loses one of two lists; merging lists, since the meaning of a merged list is unclear; a
 * socket to the first window, since a hanging window would block the others.
 *
 * <p>Threads: safe for any; all methods may block on the disk. They never throw: a window works
 * without a folder, and says so.
 */
public final class StateStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StateStore.class);

    /** The right to write a slot. */
    record Claim(StateFile file, StateFileLock lock) {}

    private final @Nullable Claim claim;
    private final String obstacle;

    private StateStore(@Nullable Claim claim, String obstacle) {
        this.claim = claim;
        this.obstacle = obstacle;
    }

    static StateStore at(Claim claim) {
        return new StateStore(claim, "");
    }

    /** Returns a store that saves nothing and reports why. */
    static StateStore without(String obstacle) {
        return new StateStore(null, obstacle);
    }

    /** Saves a state. After {@link Kept} it survives a power cut. */
    public SaveResult save(WindowState state) {
        return replace(WindowStateJson.write(state));
    }

    /** Saves the text of a state. */
    synchronized SaveResult replace(byte[] text) {
        if (claim == null) {
            return new NotKept(obstacle);
        }
        try {
            if (text.length > StateFile.MAX_BYTES) {
                throw new IOException(StateFile.TOO_LARGE);
            }
            OwnerOnlyPermissions.makeFolder(claim.file.folder()); // it may have been deleted
            AtomicFile.writeOwnerOnly(claim.file.file(), text);
            return new Kept(claim.file.file());
        } catch (IOException e) {
            return new NotKept(
                    "The list and the settings could not be saved in \""
                            + claim.file.file()
                            + "\": "
                            + IoErrorText.of(e)
                            + ". What was saved earlier is untouched.");
        }
    }

    /** Releases the slot for the next window. The saved state remains. */
    @Override
    public synchronized void close() {
        if (claim == null) {
            return;
        }
        try {
            claim.lock.close();
        } catch (IOException e) {
            // Decided here: the system releases the lock when the process ends.
            LOG.debug("a lock could not be released", e);
        }
    }
}
