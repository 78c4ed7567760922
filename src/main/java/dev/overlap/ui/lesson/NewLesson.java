package dev.overlap.ui.lesson;

import dev.overlap.comparison.Guesses;
import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.LessonResult.Invalid;
import dev.overlap.lesson.LessonResult.Valid;
import dev.overlap.lesson.LessonWriter;
import dev.overlap.lesson.Observation;
import dev.overlap.storage.AtomicFile;
import dev.overlap.text.lesson.NewLessonText;
import dev.overlap.ui.controls.ModalOverlay;
import dev.overlap.ui.controls.SaveDialog;
import dev.overlap.ui.lesson.form.LessonCheck;
import dev.overlap.ui.lesson.form.NewLessonPane;

import javafx.beans.value.ObservableValue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Makes a lesson of the list in the window: asks for its texts, opens it, and saves it as a file.
 *
 * <p>Threads: JavaFX thread only; files are written in the background.
 */
final class NewLesson implements NewLessonPane.Actions {

    /** Where a new lesson goes. */
    interface Target {

        /** Opens a lesson that was not saved. */
        void open(Lesson lesson);

        /** Opens a lesson that was saved. */
        void opened(Path file, Lesson lesson);
    }

    private final NewLessonPane pane;
    private final LessonCheck check;
    private final Executor background;
    private final Executor inbox;
    private final SaveDialog dialog;
    private final ObservableValue<Guesses> guesses;
    private final LessonCallbacks window;
    private final Target target;

    /**
     * @param inbox runs on the JavaFX thread
     */
    NewLesson(
            Executor background,
            Executor inbox,
            SaveDialog dialog,
            ObservableValue<Guesses> guesses,
            LessonCallbacks window,
            Target target) {
        this.background = background;
        this.inbox = inbox;
        this.dialog = dialog;
        this.guesses = guesses;
        this.window = window;
        this.target = target;
        check = new LessonCheck(window.starter(), background, inbox, window.idle());
        pane = new NewLessonPane(window.plan(), this);
    }

    ModalOverlay pane() {
        return pane;
    }

    /** Opens the form, with the model of the window and those that were guessed. */
    void begin() {
        List<String> models = new ArrayList<>(List.of(window.plan().get().model()));
        guesses.getValue().nanos().keySet().stream()
                .filter(it -> !models.contains(it))
                .forEach(models::add);
        ObservationPointer pointer = window.pointer();
        pane.open(models, pointer == null ? new Observation("") : pointer.place());
    }

    @Override
    public void attempt() {
        withLesson(
                Path.of(NewLessonText.FILE_NAME),
                lesson -> {
                    pane.hide();
                    target.open(lesson);
                });
    }

    @Override
    public void save() {
        withLesson(Path.of(NewLessonText.FILE_NAME), this::check);
    }

    /** Nobody chooses a file for what is no lesson, or before its claims were checked. */
    private void check(Lesson lesson) {
        if (lesson.claims().isEmpty()) {
            saveChecked(lesson);
        } else {
            check.start(lesson, pane);
        }
    }

    @Override
    public void saveChecked(Lesson lesson) {
        Path file = dialog.ask(window.window().get(), NewLessonText.FILE_NAME);
        if (file != null) {
            withLesson(file, named -> background.execute(() -> write(file, named, this::saved)));
        }
    }

    @Override
    public void cancelCheck() {
        check.cancel();
    }

    private void withLesson(Path file, Consumer<Lesson> action) {
        String id = LessonFileActions.id(file);
        switch (pane.draft().lesson(id)) {
            case Valid(Lesson lesson) -> action.accept(lesson);
            case Invalid(var problems) -> pane.reject(problems);
        }
    }

    private void write(Path file, Lesson lesson, BiConsumer<Path, Lesson> written) {
        try {
            byte[] text = LessonWriter.write(lesson).getBytes(StandardCharsets.UTF_8);
            AtomicFile.write(file, out -> out.write(text));
            inbox.execute(() -> written.accept(file, lesson));
        } catch (IOException e) {
            inbox.execute(() -> window.say().accept(String.valueOf(e.getMessage())));
        }
    }

    private void saved(Path file, Lesson lesson) {
        pane.hide();
        pane.clear();
        target.opened(file, lesson);
    }
}
