package dev.overlap.ui;

import dev.overlap.ui.Shortcut.Section;
import dev.overlap.ui.controls.ModalOverlay;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The modal overlays of the window; at most one is open.
 *
 * @param help the shortcuts
 * @param question before many requests are sent
 * @param problems of a lesson that cannot be read
 * @param newLesson the form for one
 * @param guesses of a lesson's class
 * @param course all lessons
 * @param palette of all commands
 * @param forget before all kept runs are deleted
 * @param program before a program is run
 * @param about what this program is
 */
record ModalSheets(
        ModalOverlay help,
        ModalOverlay question,
        ModalOverlay problems,
        ModalOverlay newLesson,
        ModalOverlay guesses,
        ModalOverlay course,
        ModalOverlay palette,
        ModalOverlay forget,
        ModalOverlay program,
        ModalOverlay about) {

    /** In stacking order, the lowest first. */
    List<ModalOverlay> bottomUp() {
        return List.of(
                palette, course, guesses, newLesson, program, problems, help, about, forget,
                question);
    }

    /** The open overlay, or null. */
    @Nullable ModalOverlay open() {
        return bottomUp().reversed().stream()
                .filter(ModalOverlay::isShowing)
                .findFirst()
                .orElse(null);
    }

    /**
     * Whether a shortcut reaches the window past an open overlay and applies to the visible
     * content.
     *
     * @param comparing whether a comparison is visible in place of the timeline
     */
    boolean letPass(Shortcut key, boolean comparing) {
        ModalOverlay overlay = open();
        if (overlay != null) {
            return key == Shortcut.ESCAPE
                    || (key == Shortcut.HELP && overlay.equals(help))
                    || (key == Shortcut.ABOUT && overlay.equals(about))
                    || (key == Shortcut.PALETTE && overlay.equals(palette));
        }
        return applies(key, comparing);
    }

    /** Whether a shortcut applies to the visible content. */
    static boolean applies(Shortcut key, boolean comparing) {
        boolean ofTimeline = key.part() != Section.WINDOW || key == Shortcut.FIND;
        return !ofTimeline || !comparing;
    }
}
