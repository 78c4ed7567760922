package dev.overlap.persistence;

import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;
import dev.overlap.storage.IoErrorText;
import dev.overlap.storage.OwnerOnlyPermissions;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the place of a new window, once; the rules are at {@link StateStore}. */
public final class StateLoader {

    private static final String NOT_KEPT =
            " The list and the settings will be lost when the window closes.";

    private final Path folder;
    private final List<String> sentences = new ArrayList<>();
    private @Nullable IOException fault;

    private StateLoader(Path folder) {
        this.folder = folder;
    }

    /**
     * Takes a place in the user's folder, which is made if need be, and reads what was left there.
     * To be closed by the caller.
     */
    public static RestoredState open(UserDirectories userDirectories) {
        return userDirectories
                .state()
                .map(folder -> new StateLoader(folder).open())
                .orElseGet(StateLoader::withoutFolder);
    }

    private static RestoredState withoutFolder() {
        String obstacle = "The system reports no home folder." + NOT_KEPT;
        return new RestoredState(
                StateStore.without(obstacle), WindowState.DEFAULT, List.of(obstacle), 0);
    }

    private RestoredState open() {
        StateStore.Claim claim = makeFolder() ? claim() : null;
        if (claim == null) {
            return withoutPlace();
        }
        if (!claim.file().isOccupied()) {
            return opened(StateStore.at(claim), newest(), claim.file());
        }
        return opened(claim);
    }

    private boolean makeFolder() {
        try {
            OwnerOnlyPermissions.makeFolder(folder);
            restrictFolder();
            return true;
        } catch (IOException e) {
            fault = e;
            return false;
        }
    }

    /** The log may have made the folder, or an older Overlap, or a person. */
    private void restrictFolder() {
        try {
            OwnerOnlyPermissions.restrictFolder(folder);
        } catch (IOException e) {
            sentences.add(
                    "Other users may be able to read what is saved in \""
                            + folder
                            + "\": its permissions cannot be changed ("
                            + IoErrorText.of(e)
                            + ").");
        }
    }

    private StateStore.@Nullable Claim claim() {
        for (StateFile stateFile : StateFile.all(folder)) {
            try {
                setOddLockAside(stateFile);
                StateFileLock lock = stateFile.lock();
                if (lock != null) {
                    return new StateStore.Claim(stateFile, lock);
                }
            } catch (IOException e) {
                fault = e; // perhaps only this one: a run as administrator may have left it
            }
        }
        return null;
    }

    /** Whatever it is, no living window has it locked. */
    private void setOddLockAside(StateFile stateFile) throws IOException {
        if (stateFile.hasOddLock()) {
            Path aside = CorruptFileQuarantine.setAside(stateFile.lockFile());
            sentences.add(
                    "\""
                            + stateFile.lockFile()
                            + "\" was not a file that can be locked. It has been renamed to \""
                            + aside
                            + "\".");
        }
    }

    private RestoredState withoutPlace() {
        String reason = fault == null ? "too many windows are open" : IoErrorText.of(fault);
        String obstacle = "Nothing can be saved in \"" + folder + "\": " + reason + "." + NOT_KEPT;
        sentences.add(obstacle);
        return new RestoredState(StateStore.without(obstacle), newest(), sentences, 0);
    }

    private RestoredState opened(StateStore.Claim claim) {
        Path file = claim.file().file();
        try {
            WindowStateJson.ReadResult readResult = read(claim.file());
            if (!readResult.misread().isEmpty()) {
                copyAside(file, readResult.misread());
            }
            return opened(StateStore.at(claim), readResult.state(), claim.file());
        } catch (IOException unreadable) {
            return setAside(claim, unreadable);
        }
    }

    /** Whatever is not understood will be missing from the next save, so the file is kept twice. */
    private void copyAside(Path file, List<String> misread) throws IOException {
        Path copy = CorruptFileQuarantine.copyAside(file);
        sentences.add(
                "Parts of the saved state make no sense and were left out: "
                        + String.join(", ", misread)
                        + ". The original file is kept as \""
                        + copy
                        + "\".");
    }

    private RestoredState setAside(StateStore.Claim claim, IOException unreadable) {
        Path file = claim.file().file();
        String what =
                "What was saved in \"" + file + "\" cannot be read: " + unreadable.getMessage();
        try {
            Path aside = CorruptFileQuarantine.setAside(file);
            sentences.add(
                    what
                            + ". It is kept as \""
                            + aside
                            + "\"; this window starts with a fresh list.");
            return opened(StateStore.at(claim), WindowState.DEFAULT, claim.file());
        } catch (IOException e) {
            StateStore.at(claim).close();
            String obstacle =
                    what + "; and it cannot be moved: " + IoErrorText.of(e) + "." + NOT_KEPT;
            sentences.add(obstacle);
            return new RestoredState(
                    StateStore.without(obstacle), WindowState.DEFAULT, sentences, 0);
        }
    }

    /** What a window begins with that has a slot of its own. */
    private RestoredState opened(StateStore store, WindowState state, StateFile own) {
        int others =
                (int)
                        StateFile.all(folder).stream()
                                .filter(stateFile -> !stateFile.equals(own))
                                .filter(stateFile -> holdsAnotherList(stateFile, state.sites()))
                                .count();
        return new RestoredState(store, state, sentences, others);
    }

    /** Whether a list waits in a slot that no living window has: not a blank one, nor our own. */
    private static boolean holdsAnotherList(StateFile stateFile, SiteList own) {
        Optional<SiteList> list =
                stateFile.isOccupied() && isFree(stateFile)
                        ? find(stateFile).map(WindowState::sites)
                        : Optional.empty();
        return list.filter(it -> !it.equals(own))
                .filter(it -> it.lines().stream().map(SiteLine::text).anyMatch(t -> !t.isBlank()))
                .isPresent();
    }

    private static boolean isFree(StateFile stateFile) {
        try (StateFileLock lock = stateFile.lock()) {
            return lock != null;
        } catch (IOException e) {
            return false; // decided here: what cannot be locked cannot be offered
        }
    }

    /** What was saved last, by whichever window; it is only looked at. */
    private WindowState newest() {
        return StateFile.all(folder).stream()
                .filter(StateFile::isOccupied)
                .flatMap(stateFile -> find(stateFile).stream())
                .findFirst()
                .orElse(WindowState.DEFAULT);
    }

    private static Optional<WindowState> find(StateFile stateFile) {
        try {
            return Optional.of(read(stateFile).state());
        } catch (IOException e) {
            return Optional.empty(); // decided here: whoever holds or gets the slot reports it
        }
    }

    /**
     * Nothing that lies in a file may keep the window from starting, however much memory it takes.
     */
    private static WindowStateJson.ReadResult read(StateFile stateFile) throws IOException {
        try {
            return WindowStateJson.read(stateFile.read());
        } catch (OutOfMemoryError e) {
            throw new IOException("there is not enough memory for it", e);
        }
    }
}
