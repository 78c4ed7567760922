package dev.overlap.state;

import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;
import dev.overlap.storage.OwnerOnly;
import dev.overlap.storage.Reason;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the place of a new window, once; the rules are at {@link Store}. */
final class Opening {

    private static final String NOT_KEPT =
            " The list and the settings will be gone when the window closes.";

    private final Path folder;
    private final List<String> sentences = new ArrayList<>();
    private @Nullable IOException fault;

    Opening(Path folder) {
        this.folder = folder;
    }

    static Opened withoutFolder() {
        String obstacle = "The system names no home folder." + NOT_KEPT;
        return new Opened(Store.without(obstacle), State.DEFAULT, List.of(obstacle), 0);
    }

    Opened open() {
        Store.Claim claim = makeFolder() ? claim() : null;
        if (claim == null) {
            return withoutPlace();
        }
        if (!claim.slot().isOccupied()) {
            return opened(Store.at(claim), newest(), claim.slot());
        }
        return opened(claim);
    }

    private boolean makeFolder() {
        try {
            OwnerOnly.makeFolder(folder);
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
            OwnerOnly.restrictFolder(folder);
        } catch (IOException e) {
            sentences.add(
                    "Other users may be able to read what is kept in \""
                            + folder
                            + "\": its permissions cannot be changed ("
                            + Reason.of(e)
                            + ").");
        }
    }

    private Store.@Nullable Claim claim() {
        for (Slot slot : Slot.all(folder)) {
            try {
                setOddLockAside(slot);
                SlotLock lock = slot.lock();
                if (lock != null) {
                    return new Store.Claim(slot, lock);
                }
            } catch (IOException e) {
                fault = e; // perhaps only this one: a run as administrator may have left it
            }
        }
        return null;
    }

    /** Whatever it is, no living window has it locked. */
    private void setOddLockAside(Slot slot) throws IOException {
        if (slot.hasOddLock()) {
            Path aside = Unreadable.setAside(slot.lockFile());
            sentences.add(
                    "\""
                            + slot.lockFile()
                            + "\" was no file that can be locked. It is kept as \""
                            + aside
                            + "\".");
        }
    }

    private Opened withoutPlace() {
        String reason = fault == null ? "too many windows are open" : Reason.of(fault);
        String obstacle = "Nothing can be kept in \"" + folder + "\": " + reason + "." + NOT_KEPT;
        sentences.add(obstacle);
        return new Opened(Store.without(obstacle), newest(), sentences, 0);
    }

    private Opened opened(Store.Claim claim) {
        Path file = claim.slot().file();
        try {
            StateJson.Reading reading = read(claim.slot());
            if (!reading.misread().isEmpty()) {
                copyAside(file, reading.misread());
            }
            return opened(Store.at(claim), reading.state(), claim.slot());
        } catch (IOException unreadable) {
            return setAside(claim, unreadable);
        }
    }

    /** Whatever is not understood will be missing from the next save, so the file is kept twice. */
    private void copyAside(Path file, List<String> misread) throws IOException {
        Path copy = Unreadable.copyAside(file);
        sentences.add(
                "Parts of what was saved make no sense and were left out: "
                        + String.join(", ", misread)
                        + ". The file as it was is kept as \""
                        + copy
                        + "\".");
    }

    private Opened setAside(Store.Claim claim, IOException unreadable) {
        Path file = claim.slot().file();
        String what =
                "What was saved in \"" + file + "\" cannot be read: " + unreadable.getMessage();
        try {
            Path aside = Unreadable.setAside(file);
            sentences.add(what + ". It is kept as \"" + aside + "\"; this window begins anew.");
            return opened(Store.at(claim), State.DEFAULT, claim.slot());
        } catch (IOException e) {
            Store.at(claim).close();
            String obstacle = what + "; and it cannot be moved: " + Reason.of(e) + "." + NOT_KEPT;
            sentences.add(obstacle);
            return new Opened(Store.without(obstacle), State.DEFAULT, sentences, 0);
        }
    }

    /** What a window begins with that has a slot of its own. */
    private Opened opened(Store store, State state, Slot own) {
        int others =
                (int)
                        Slot.all(folder).stream()
                                .filter(slot -> !slot.equals(own))
                                .filter(slot -> holdsAnotherList(slot, state.sites()))
                                .count();
        return new Opened(store, state, sentences, others);
    }

    /** Whether a list waits in a slot that no living window has: not a blank one, nor our own. */
    private static boolean holdsAnotherList(Slot slot, SiteList own) {
        Optional<SiteList> list =
                slot.isOccupied() && isFree(slot) ? find(slot).map(State::sites) : Optional.empty();
        return list.filter(it -> !it.equals(own))
                .filter(it -> it.lines().stream().map(SiteLine::text).anyMatch(t -> !t.isBlank()))
                .isPresent();
    }

    private static boolean isFree(Slot slot) {
        try (SlotLock lock = slot.lock()) {
            return lock != null;
        } catch (IOException e) {
            return false; // decided here: what cannot be locked cannot be offered
        }
    }

    /** What was saved last, by whichever window; it is only looked at. */
    private State newest() {
        return Slot.all(folder).stream()
                .filter(Slot::isOccupied)
                .flatMap(slot -> find(slot).stream())
                .findFirst()
                .orElse(State.DEFAULT);
    }

    private static Optional<State> find(Slot slot) {
        try {
            return Optional.of(read(slot).state());
        } catch (IOException e) {
            return Optional.empty(); // decided here: whoever holds or gets the slot reports it
        }
    }

    /**
     * Nothing that lies in a file may keep the window from starting, however much memory it takes.
     */
    private static StateJson.Reading read(Slot slot) throws IOException {
        try {
            return StateJson.read(slot.read());
        } catch (OutOfMemoryError e) {
            throw new IOException("there is not enough memory for it", e);
        }
    }
}
