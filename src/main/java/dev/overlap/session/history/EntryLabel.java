package dev.overlap.session.history;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What is known of a kept run or comparison without reading it. Immutable.
 *
 * @param title what ran, such as the model and its workers; one line
 * @param name given by the user, one line; empty if none was
 * @param begun the wall-clock time of its start
 * @param wallNanos how long it took, of a comparison its longest run; -1 if it did not end
 * @param variants the number of variants of a comparison; 1 for a run
 * @param pinned whether it stays until the user deletes it
 * @param deleted when the user deleted it, which can be undone; null if that did not happen
 */
public record EntryLabel(
        String title,
        String name,
        Instant begun,
        long wallNanos,
        int variants,
        boolean pinned,
        @Nullable Instant deleted) {

    /** The most characters of a name. */
    public static final int MAX_NAME = 200;

    public EntryLabel {
        title = line(title);
        name = line(name);
    }

    private static String line(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\h]+", " ").strip();
        return line.length() <= MAX_NAME ? line : line.substring(0, MAX_NAME).strip();
    }

    /** Returns what to call it: its name or, without one, its title. */
    public String shown() {
        return name.isEmpty() ? title : name;
    }

    EntryLabel withName(String name) {
        return new EntryLabel(title, name, begun, wallNanos, variants, pinned, deleted);
    }

    EntryLabel withPinned(boolean pinned) {
        return new EntryLabel(title, name, begun, wallNanos, variants, pinned, deleted);
    }

    EntryLabel withDeleted(@Nullable Instant deleted) {
        return new EntryLabel(title, name, begun, wallNanos, variants, pinned, deleted);
    }
}
