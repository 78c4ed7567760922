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
import java.util.stream.Stream;

/** Finds and loads the state for a new window, by the rules of {@link StateStore}. Used once. */
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
     * Claims a slot in the user's folder, which is created if needed, and loads its state. The
     * caller closes the store.
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
            return withoutSlot();
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

    /** Restricts a folder that the log, an older version or the user may have created. */
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
                setInvalidLockFileAside(stateFile);
                StateFileLock lock = stateFile.lock();
                if (lock != null) {
                    return new StateStore.Claim(stateFile, lock);
                }
            } catch (IOException e) {
                fault = e; // perhaps only this one, left by a run as administrator
            }
        }
        return null;
    }

    /** Moves away an invalid lock file, which no window can have locked. */
    private void setInvalidLockFileAside(StateFile stateFile) throws IOException {
        if (stateFile.hasInvalidLockFile()) {
            Path aside = CorruptFileQuarantine.setAside(stateFile.lockFile());
            sentences.add(
                    "\""
                            + stateFile.lockFile()
                            + "\" was not a file that can be locked. It has been renamed to \""
                            + aside
                            + "\".");
        }
    }

    private RestoredState withoutSlot() {
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

    /** Copies a file with invalid parts, which the next save will lose. */
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

    /** Returns the start state of a window that has a slot. */
    private RestoredState opened(StateStore store, WindowState state, StateFile own) {
        int others =
                (int)
                        StateFile.all(folder).stream()
                                .filter(stateFile -> !stateFile.equals(own))
                                .filter(stateFile -> holdsAnotherList(stateFile, state.sites()))
                                .count();
        return new RestoredState(store, besideOthers(state, own), sentences, others);
    }

    /** A window that begins with what another one saved must not cover it exactly. */
    private WindowState besideOthers(WindowState state, StateFile own) {
        WindowPreferences preferences = state.preferences();
        WindowBounds bounds = preferences.bounds();
        if (bounds == null) {
            return state;
        }
        List<WindowBounds> open =
                StateFile.all(folder).stream()
                        .filter(stateFile -> !stateFile.equals(own) && stateFile.isOccupied())
                        .filter(stateFile -> !isFree(stateFile))
                        .flatMap(stateFile -> find(stateFile).stream())
                        .flatMap(it -> Stream.ofNullable(it.preferences().bounds()))
                        .toList();
        return state.withLooks(preferences.withBounds(bounds.besides(open)));
    }

    /** Returns whether an unlocked slot holds a list that is neither blank nor equal to our own. */
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
            return false; // decided here: a slot that cannot be locked cannot be offered
        }
    }

    /** Returns the state saved last by any window, without claiming it. */
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
            return Optional.empty(); // decided here: the window that owns the slot reports it
        }
    }

    /** Reads a file; not even one that takes too much memory may keep the window from starting. */
    private static WindowStateJson.ReadResult read(StateFile stateFile) throws IOException {
        try {
            return WindowStateJson.read(stateFile.read());
        } catch (OutOfMemoryError e) {
            throw new IOException("there is not enough memory for it", e);
        }
    }
}
