package dev.overlap.ui.lesson;

import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.LessonProblem;
import dev.overlap.lesson.LessonReader;
import dev.overlap.lesson.LessonResult.Invalid;
import dev.overlap.lesson.LessonResult.Valid;
import dev.overlap.text.LessonText;
import dev.overlap.text.lesson.NewLessonText;
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
 * Opens lesson files, or reports their problems line by line.
 *
 * <p>Threads: called on the JavaFX thread, which never blocks here; files are read in the
 * background.
 */
final class LessonFileActions {

    /** How the id of a user's lesson begins. */
    static final String OWN = "own:";

    private static final int MAX_BYTES = 1 << 20;

    /** The callbacks into the window; unset ones do nothing. */
    static final class Callbacks {

        private Supplier<Window> window =
                () -> {
                    throw new IllegalStateException("no window is set");
                };
        private BiConsumer<Path, Lesson> opened = (_, _) -> {};
        private BiConsumer<Path, List<LessonProblem>> rejected = (_, _) -> {};
        private Consumer<String> say = _ -> {};

        /** Supplies the owner of dialogs. */
        Callbacks window(Supplier<Window> window) {
            this.window = window;
            return this;
        }

        /** Receives a lesson and its file. */
        Callbacks opened(BiConsumer<Path, Lesson> opened) {
            this.opened = opened;
            return this;
        }

        /** Receives a file that is not a lesson, and its problems. */
        Callbacks rejected(BiConsumer<Path, List<LessonProblem>> rejected) {
            this.rejected = rejected;
            return this;
        }

        /** Receives status messages. */
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

    /** Asks for a file and opens its lesson. */
    void open() {
        Path file = dialog.ask(callbacks.window.get());
        if (file != null) {
            background.execute(() -> read(file));
        }
    }

    /**
     * Opens the lesson of a file that was open when the program ended; says why if it cannot be.
     *
     * @param opened receives the lesson
     * @param ended is called after that, or when there is no lesson to open
     */
    void reopen(Path file, Consumer<Lesson> opened, Runnable ended) {
        background.execute(
                () -> {
                    try {
                        reread(file, opened);
                    } finally {
                        inbox.execute(ended);
                    }
                });
    }

    private void reread(Path file, Consumer<Lesson> opened) {
        try {
            String text = TextFile.read(file, MAX_BYTES, "a lesson");
            switch (LessonReader.read(id(file), text)) {
                case Valid(Lesson lesson) -> inbox.execute(() -> opened.accept(lesson));
                case Invalid _ -> sayNotReopened(LessonText.HAS_MISTAKES.formatted(file));
            }
        } catch (IOException e) {
            sayNotReopened(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Reads the file of the open lesson again, since it has changed; says so, or what is wrong now.
     *
     * @param opened receives the lesson
     */
    void readAgain(Path file, Consumer<Lesson> opened) {
        background.execute(() -> readChanged(file, opened));
    }

    private void readChanged(Path file, Consumer<Lesson> opened) {
        try {
            Path name = file.getFileName();
            switch (LessonReader.read(id(file), TextFile.read(file, MAX_BYTES, "a lesson"))) {
                case Valid(Lesson lesson) ->
                        inbox.execute(
                                () -> {
                                    opened.accept(lesson);
                                    callbacks.say.accept(NewLessonText.CHANGED.formatted(name));
                                });
                case Invalid(List<LessonProblem> problems) -> {
                    LessonProblem first = problems.getFirst();
                    String sentence =
                            NewLessonText.CHANGED_WITH_MISTAKES.formatted(
                                    name, first.line(), first.sentence());
                    inbox.execute(() -> callbacks.say.accept(sentence));
                }
            }
        } catch (IOException e) {
            inbox.execute(() -> callbacks.say.accept(String.valueOf(e.getMessage())));
        }
    }

    private void sayNotReopened(String reason) {
        inbox.execute(() -> callbacks.say.accept(LessonText.NOT_REOPENED.formatted(reason)));
    }

    private void read(Path file) {
        try {
            String text = TextFile.read(file, MAX_BYTES, "a lesson");
            switch (LessonReader.read(id(file), text)) {
                case Valid(Lesson lesson) ->
                        inbox.execute(() -> callbacks.opened.accept(file, lesson));
                case Invalid(List<LessonProblem> problems) ->
                        inbox.execute(() -> callbacks.rejected.accept(file, problems));
            }
        } catch (IOException e) {
            inbox.execute(() -> callbacks.say.accept(String.valueOf(e.getMessage())));
        }
    }

    /** The prefix keeps a user's lesson apart from a built-in one of the same name. */
    static String id(Path file) {
        return OWN + file.getFileName();
    }
}
