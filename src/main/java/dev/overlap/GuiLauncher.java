package dev.overlap;

import dev.overlap.lesson.LessonCatalog;
import dev.overlap.ui.OverlapApp;

import javafx.application.Application;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;

/**
 * Opens the window and waits until it is closed. Separate from {@link Main}, so that JavaFX is
 * loaded only for a window.
 */
final class GuiLauncher {

    private static final Logger LOG = LoggerFactory.getLogger(GuiLauncher.class);

    private static final String NO_DISPLAY =
            "There is no display (DISPLAY is not set), so the window cannot be opened."
                    + " \"overlap show FILE\" shows without one what a file holds.";

    private GuiLauncher() {}

    /**
     * Shows the window until it is closed.
     *
     * @param software whether to do without the graphics card
     * @param files at most one, to open
     * @return the exit code: 0, or 1 if the window could not be opened, after a sentence on the
     *     error stream
     */
    static int show(boolean software, String... files) {
        if (!DisplayProbe.isHere()) {
            return refuse(NO_DISPLAY);
        }
        NativeLibraryCheck libraries = NativeLibraryCheck.here();
        Optional<String> missing = libraries.missing();
        if (missing.isPresent()) {
            return refuse(missing.get());
        }
        if (software || !libraries.graphics()) {
            System.setProperty("prism.order", "sw");
        }
        // the window needs them; JavaFX is as long about its own start
        Thread.ofPlatform().daemon().name("overlap-lessons").start(LessonCatalog::groups);
        try {
            Application.launch(OverlapApp.class, files);
            return 0;
        } catch (RuntimeException failure) {
            LOG.error("The window could not be opened.", failure);
            return refuse(sentence(failure, System.getenv("DISPLAY")));
        }
    }

    /** Returns a sentence on why JavaFX did not start, with the display that it tried. */
    static String sentence(RuntimeException failure, @Nullable String display) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains("DISPLAY")) {
            return "The window could not be opened: the display %s does not answer."
                    .formatted(display);
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return "The window could not be opened: %s.".formatted(cause);
    }

    private static int refuse(String sentence) {
        System.err.println(sentence);
        return 1;
    }
}
