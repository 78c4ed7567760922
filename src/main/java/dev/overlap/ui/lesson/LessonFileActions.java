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

    /**
     * What filing needs from the window.
     *
     * @param window that a dialog belongs to
     * @param opened gets a lesson
     * @param refused gets a file that is no lesson, and why
     * @param say gets sentences
     */
    record Desk(
            OpenDialog dialog,
            Supplier<Window> window,
            Consumer<Lesson> opened,
            BiConsumer<Path, List<LessonProblem>> refused,
            Consumer<String> say) {}

    private final Executor background;
    private final Executor inbox;
    private final Desk desk;

    /**
     * @param inbox runs on the JavaFX thread
     */
    LessonFileActions(Executor background, Executor inbox, Desk desk) {
        this.background = background;
        this.inbox = inbox;
        this.desk = desk;
    }

    /** Asks for a file and opens the lesson in it. */
    void open() {
        Path file = desk.dialog.ask(desk.window.get());
        if (file != null) {
            background.execute(() -> read(file));
        }
    }

    private void read(Path file) {
        try {
            String text = TextFile.read(file, MAX_BYTES, "a lesson");
            switch (LessonReader.read(id(file), text)) {
                case Valid(Lesson lesson) -> inbox.execute(() -> desk.opened.accept(lesson));
                case Invalid(List<LessonProblem> problems) ->
                        inbox.execute(() -> desk.refused.accept(file, problems));
            }
        } catch (IOException e) {
            inbox.execute(() -> desk.say.accept(String.valueOf(e.getMessage())));
        }
    }

    /** A lesson of one's own may not be taken for one that Overlap brings along. */
    private static String id(Path file) {
        return "own:" + file.getFileName();
    }
}
