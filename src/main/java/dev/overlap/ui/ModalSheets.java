package dev.overlap.ui;

import dev.overlap.ui.Shortcut.Section;
import dev.overlap.ui.controls.ModalOverlay;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/**
 * The sheets that may lie over the window, of which one is open at most.
 *
 * @param help the keys
 * @param question before many requests are sent
 * @param problems of a lesson that cannot be read
 * @param guesses of a lesson's class
 */
record ModalSheets(
        ModalOverlay help, ModalOverlay question, ModalOverlay problems, ModalOverlay guesses) {

    /** In the order in which they lie above each other. */
    List<ModalOverlay> bottomUp() {
        return List.of(guesses, problems, help, question);
    }

    /** The one that is open, or null. */
    @Nullable ModalOverlay open() {
        return Stream.of(question, help, problems, guesses)
                .filter(ModalOverlay::isShowing)
                .findFirst()
                .orElse(null);
    }

    /**
     * Whether they let a key pass to the window, and it means anything to what is in sight there.
     *
     * @param comparing whether a comparison is in sight in place of the timeline
     */
    boolean letPass(Shortcut key, boolean comparing) {
        ModalOverlay sheet = open();
        if (sheet != null) {
            return key == Shortcut.ESCAPE || (key == Shortcut.HELP && sheet.equals(help));
        }
        boolean ofTimeline = key.part() != Section.WINDOW || key == Shortcut.FIND;
        return !ofTimeline || !comparing;
    }
}
