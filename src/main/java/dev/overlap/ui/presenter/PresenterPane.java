package dev.overlap.ui.presenter;

import dev.overlap.comparison.Guesses;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.lesson.Lesson;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.comparison.GuessText;
import dev.overlap.text.course.PresenterText;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the presenter reads: the step, the notes, the question, the guesses and the next lesson.
 *
 * <p>Threads: JavaFX thread only.
 */
final class PresenterPane extends VBox {

    private final List<Lesson> lessons;
    private final Consumer<Lesson> open;
    private final Label number = quiet("presenter-number");
    private final Label title = wrapped("presenter-title", "lesson-title");
    private final Label step = wrapped("presenter-step", "presenter-step");
    private final Label stepHelp = wrapped("presenter-step-help", "lesson-question");
    private final VBox stepPart;
    private final NotesPane notes = new NotesPane();
    private final Label question = wrapped("presenter-question", "lesson-question");
    private final VBox questionPart;
    private final GridPane guesses = new GridPane();
    private final VBox guessPart;
    private final Label next = wrapped("presenter-next", "strong");
    private final Button openNext = new Button(PresenterText.OPEN_NEXT);
    private @Nullable Lesson shown;

    /**
     * @param lessons the built-in ones, in order
     * @param open opens a lesson in the main window
     */
    PresenterPane(List<Lesson> lessons, Consumer<Lesson> open) {
        this.lessons = List.copyOf(lessons);
        this.open = open;
        getStyleClass().addAll("section", "presenter");
        guesses.setId("presenter-guesses");
        guesses.getStyleClass().add("guesses");
        stepPart = part(PresenterText.NEXT_STEP, new VBox(step, stepHelp));
        questionPart = part(PresenterText.QUESTION, question);
        guessPart = part(PresenterText.GUESSES, guesses);
        getChildren()
                .setAll(
                        new VBox(number, title),
                        stepPart,
                        notes,
                        questionPart,
                        guessPart,
                        nextPart());
    }

    private VBox nextPart() {
        openNext.setId("presenter-open-next");
        openNext.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(next, Priority.ALWAYS);
        next.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(10, next, openNext);
        row.setAlignment(Pos.CENTER_LEFT);
        return part(PresenterText.NEXT_LESSON, row);
    }

    private static VBox part(String title, Node content) {
        Label head = new Label(title);
        head.getStyleClass().add("quiet");
        VBox part = new VBox(2, head, content);
        part.setFillWidth(true);
        return part;
    }

    private static Label quiet(String id) {
        return wrapped(id, "quiet");
    }

    private static Label wrapped(String id, String styleClass) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        return label;
    }

    /** Shows a lesson, or that none is open. */
    void show(@Nullable Lesson lesson) {
        shown = lesson;
        int index = lesson == null ? -1 : indexOf(lesson);
        number.setText(index < 0 ? "" : "Lesson " + (index + 1) + " of " + lessons.size());
        NodeVisibility.set(number, index >= 0);
        title.setText(lesson == null ? PresenterText.NO_LESSON : lesson.title());
        question.setText(lesson == null ? "" : lesson.question());
        notes.show(lesson);
        NodeVisibility.set(questionPart, lesson != null);
        NodeVisibility.set(guessPart, lesson != null);
        showNext(lesson == null ? 0 : index < 0 ? lessons.size() : index + 1);
    }

    private int indexOf(Lesson lesson) {
        return lessons.stream().map(Lesson::id).toList().indexOf(lesson.id());
    }

    private void showNext(int index) {
        boolean exists = index < lessons.size();
        NodeVisibility.set(openNext, exists);
        if (exists) {
            Lesson lesson = lessons.get(index);
            next.setText(index + 1 + ". " + lesson.title());
            openNext.setAccessibleText(PresenterText.openNext(lesson.title()));
            openNext.setOnAction(_ -> open.accept(lesson));
        } else {
            next.setText(PresenterText.LAST_LESSON);
        }
    }

    /** Shows the name of the step, or nothing if it is empty. */
    void showStep(String name) {
        step.setText(name);
        stepHelp.setText(PresenterText.help(name));
        NodeVisibility.set(stepPart, !name.isEmpty());
    }

    /**
     * Shows the guesses of the open lesson so far, beside what was measured.
     *
     * @param walls measured wall times in nanoseconds, by the id of the model
     */
    void showGuesses(Guesses made, Map<String, Long> walls) {
        guesses.getChildren().clear();
        Lesson lesson = shown;
        if (lesson == null) {
            return;
        }
        for (String model : lesson.models()) {
            Long wall = walls.get(model);
            Label name = new Label(ConcurrencyModel.of(model).name());
            Label guess = new Label(guess(made.of(model), wall));
            guess.setId("presenter-guess-" + model);
            guess.setWrapText(true);
            GridPane.setHgrow(guess, Priority.ALWAYS);
            name.setMinWidth(USE_PREF_SIZE);
            guesses.addRow(guesses.getRowCount(), name, guess);
        }
    }

    private static String guess(@Nullable Long guess, @Nullable Long wall) {
        String measured = wall == null ? "" : ", was " + DurationFormat.text(wall);
        if (guess == null) {
            return (wall == null ? PresenterText.NO_GUESS_YET : PresenterText.NO_GUESS) + measured;
        }
        return GuessText.of(guess) + measured;
    }

    /** Sets whether the class may see this window, so that the notes are shown only on demand. */
    void setSeen(boolean seen) {
        notes.setSeen(seen);
    }
}
