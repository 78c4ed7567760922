package dev.overlap.ui.history;

import dev.overlap.session.history.EntryLabel;
import dev.overlap.session.history.HistoryEntry;
import dev.overlap.text.history.HistoryText;

import javafx.scene.image.Image;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A kept run in the strip.
 *
 * @param picture its thumbnail, null if there is none
 * @param shown whether the window shows it
 */
record HistoryItem(HistoryEntry entry, @Nullable Image picture, boolean shown) {

    String id() {
        return entry.id();
    }

    EntryLabel label() {
        return entry.label();
    }

    /** Returns the wall time and the date. */
    String caption() {
        return HistoryText.caption(label().wallNanos(), label().begun(), Instant.now());
    }

    /** Returns all that is known of it, as a sentence. */
    String sentence() {
        String name = label().name();
        return HistoryText.sentence(
                name.isEmpty() ? label().title() : name + ": " + label().title(),
                label().wallNanos(),
                label().begun(),
                label().pinned());
    }

    HistoryItem withShown(boolean shown) {
        return new HistoryItem(entry, picture, shown);
    }
}
