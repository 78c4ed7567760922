package dev.overlap.ui.lesson;

import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.LessonProblem;
import dev.overlap.lesson.LessonReader;
import dev.overlap.lesson.LessonResult.Invalid;
import dev.overlap.lesson.LessonResult.Valid;
import dev.overlap.ui.controls.OpenDialog;
import dev.overlap.ui.controls.TextFile;

import javafx.stage.Window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Opens lessons that people wrote themselves, or tells them line by line what is wrong with them.
 *
 * <p>Threads: called on the JavaFX thread, which never waits here; files are read in the
 * background.
 */
final class LessonFileActions {

    private static final int MAX_BYTES = 1 << 20;

    /** What filing needs from the window. What is not set does nothing. */
    static final class Callbacks {

        private Supplier<Window> window =
                () -> {
                    throw new IllegalStateException("no window is set");
                };
        private Consumer<Lesson> opened = _ -> {};
        private BiConsumer<Path, List<LessonProblem>> refused = (_, _) -> {};
        private Consumer<String> say = _ -> {};

        /** That a dialog belongs to. */
        Callbacks window(Supplier<Window> window) {
            this.window = window;
            return this;
        }

        /** Gets a lesson. */
        Callbacks opened(Consumer<Lesson> opened) {
            this.opened = opened;
            return this;
        }

        /** Gets a file that is no lesson, and why. */
        Callbacks refused(BiConsumer<Path, List<LessonProblem>> refused) {
            this.refused = refused;
            return this;
        }

        /** Gets sentences. */
        Callbacks say(Consumer<String> say) {
            this.say = say;
            return this;
        }
    }

    private final Executor background;
    private final Executor inbox;
    private final OpenDialog dialog;
    private final Callbacks callbacks;

    /**
     * @param inbox runs on the JavaFX thread
     */
    LessonFileActions(Executor background, Executor inbox, OpenDialog dialog, Callbacks callbacks) {
        this.dialog = dialog;
        this.background = background;
        this.inbox = inbox;
        this.callbacks = callbacks;
    }

    /** Asks for a file and opens the lesson in it. */
    void open() {
        Path file = dialog.ask(callbacks.window.get());
        if (file != null) {
            background.execute(() -> read(file));
        }
    }

    private void read(Path file) {
        try {
            String text = TextFile.read(file, MAX_BYTES, "a lesson");
            switch (LessonReader.read(id(file), text)) {
                case Valid(Lesson lesson) -> inbox.execute(() -> callbacks.opened.accept(lesson));
                case Invalid(List<LessonProblem> problems) ->
                        inbox.execute(() -> callbacks.refused.accept(file, problems));
            }
        } catch (IOException e) {
            inbox.execute(() -> callbacks.say.accept(String.valueOf(e.getMessage())));
        }
    }

    /** A lesson of one's own may not be taken for one that Overlap brings along. */
    private static String id(Path file) {
        return "own:" + file.getFileName();
    }
}
