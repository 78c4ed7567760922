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
 * Keeps the state of one window on the disk. {@link StateLoader#open} finds the place and what was
 * left there.
 *
 * <p><b>Two windows at once.</b> A list that somebody typed must not be lost, in whichever window
 * they typed it, and nobody wants to be asked which one to keep. So each window has a slot of its
 * own, a file that no other window writes:
 *
 * <ol>
 *   <li>A new window takes the slot that was saved last and that no living window has locked. Alone
 *       on the machine, that is the window that was used last.
 *   <li>If all that was kept belongs to living windows, it takes an empty slot, and begins with a
 *       copy of what was saved last.
 *   <li>A slot is kept when its window closes. Who used two windows and opens one again gets the
 *       newer list, is told that another one waits ({@link RestoredState#otherLists}), and gets it
 *       by opening a second window.
 * </ol>
 *
 * <p>Locks are the system's and die with the process. There are never more files than there were
 * windows at one time. Rejected: one file, where the last writer wins, since it forgets one of two
 * lists without a word; merging lists, since nobody can say what the merged list would mean; a
 * socket that sends everything to the first window, since one that hangs would take the others with
 * it.
 *
 * <p>Threads: may be called from any; all methods may block on the disk. They never throw: a window
 * works without a folder, and says so.
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

    /** A store that keeps nothing, and says why. */
    static StateStore without(String obstacle) {
        return new StateStore(null, obstacle);
    }

    /** Replaces what was kept. When this returns {@link Kept}, it survives the end of the power. */
    public SaveResult save(WindowState state) {
        return replace(WindowStateJson.write(state));
    }

    /** Replaces what was kept by the text of a state. */
    synchronized SaveResult replace(byte[] text) {
        if (claim == null) {
            return new NotKept(obstacle);
        }
        try {
            if (text.length > StateFile.MAX_BYTES) {
                throw new IOException(StateFile.TOO_LARGE);
            }
            OwnerOnlyPermissions.makeFolder(claim.file.folder()); // somebody may have tidied up
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

    /** Leaves the place to the next window. What was saved stays. */
    @Override
    public synchronized void close() {
        if (claim == null) {
            return;
        }
        try {
            claim.lock.close();
        } catch (IOException e) {
            // Decided here: the lock ends with the process, which is about to end.
            LOG.debug("lock", e);
        }
    }
}
