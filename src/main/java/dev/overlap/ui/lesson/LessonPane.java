package dev.overlap.ui.lesson;

import dev.overlap.comparison.Guesses;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.Observation;
import dev.overlap.lesson.claim.MeasuredRuns;
import dev.overlap.lesson.claim.MeasuredText;
import dev.overlap.text.LessonText;
import dev.overlap.text.course.CourseText;
import dev.overlap.ui.controls.NodeVisibility;
import dev.overlap.ui.guess.GuessField;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The lesson page. The question comes first and the explanation is collapsed, so that a class can
 * guess before reading. Without an open lesson it offers the first one.
 *
 * <p>Threads: JavaFX thread only.
 */
final class LessonPane extends VBox {

    private static final String LIST_NOTICE = LessonText.LIST_NOTICE;

    /** The actions of the buttons; unset ones do nothing. */
    static final class Callbacks {

        private Runnable run = () -> {};
        private Runnable compare = () -> {};
        private Runnable course = () -> {};
        private Consumer<Lesson> open = _ -> {};
        private Runnable leave = () -> {};

        Callbacks run(Runnable run) {
            this.run = run;
            return this;
        }

        Callbacks compare(Runnable compare) {
            this.compare = compare;
            return this;
        }

        Callbacks course(Runnable course) {
            this.course = course;
            return this;
        }

        Callbacks open(Consumer<Lesson> open) {
            this.open = open;
            return this;
        }

        Callbacks leave(Runnable leave) {
            this.leave = leave;
            return this;
        }
    }

    private final List<Lesson> lessons;
    private final ObjectProperty<Guesses> guesses;
    private final Consumer<String> say;
    private final Callbacks callbacks;
    private Node notes = new Region();
    private boolean hasNotes;
    private boolean notesElsewhere;

    /**
     * @param lessons the built-in ones, in order; at least one
     * @param say receives a message if a guess is invalid
     */
    LessonPane(
            List<Lesson> lessons,
            ObjectProperty<Guesses> guesses,
            Consumer<String> say,
            Callbacks callbacks) {
        this.lessons = lessons;
        this.guesses = guesses;
        this.say = say;
        this.callbacks = callbacks;
        setId("lesson-pane");
        getStyleClass().addAll("section", "lesson");
        show(null);
    }

    /** Shows the open lesson, or offers the first one. */
    void show(@Nullable Lesson open) {
        if (open == null) {
            offer(lessons.getFirst());
        } else {
            showOpen(open);
        }
    }

    private void offer(Lesson lesson) {
        Button button =
                button(
                        "lesson-open",
                        "Open this lesson",
                        "Open this lesson: " + lesson.title(),
                        () -> callbacks.open.accept(lesson));
        getChildren().setAll(head(lesson));
        getChildren().addAll(new HBox(8, button, allLessons()), quiet(LIST_NOTICE));
    }

    private void showOpen(Lesson lesson) {
        getChildren().setAll(head(lesson));
        if (lesson.asksForGuess()) {
            getChildren().add(guessFields(lesson));
        }
        getChildren().add(actions(lesson));
        getChildren().add(title(LessonText.LOOK_AT_TITLE));
        getChildren().add(text("lesson-look-at", lookAt(lesson)));
        getChildren().add(collapsed("lesson-explanation", "Explanation", explanation(lesson)));
        notes = collapsed("lesson-notes", "Presenter's notes", lesson.notes());
        hasNotes = !lesson.notes().isEmpty();
        showNotes();
        getChildren().add(notes);
        getChildren().add(navigation(lesson));
    }

    /** Sets whether another window shows the notes, so that this one does not. */
    void setNotesElsewhere(boolean elsewhere) {
        notesElsewhere = elsewhere;
        showNotes();
    }

    private void showNotes() {
        NodeVisibility.set(notes, hasNotes && !notesElsewhere);
    }

    private Button allLessons() {
        return button("lesson-cards", "All", CourseText.OPEN_HELP, callbacks.course);
    }

    private static String lookAt(Lesson lesson) {
        return lesson.lookAt().stream().map(Observation::say).collect(Collectors.joining("\n\n"));
    }

    private static String explanation(Lesson lesson) {
        return String.join(
                "\n\n", MeasuredText.paragraphs(lesson.explanation(), MeasuredRuns.NONE));
    }

    private List<Node> head(Lesson lesson) {
        int index = indexOf(lesson);
        Label number =
                quiet(
                        index < 0
                                ? LessonText.OWN_LESSON
                                : "Lesson " + (index + 1) + " of " + lessons.size());
        Label title = new Label(lesson.title());
        title.setId("lesson-title");
        title.setWrapText(true);
        title.getStyleClass().add("lesson-title");
        Label question = text("lesson-question", lesson.question());
        question.getStyleClass().add("lesson-question");
        return List.of(number, title, question);
    }

    private int indexOf(Lesson lesson) {
        return lessons.stream().map(Lesson::id).toList().indexOf(lesson.id());
    }

    private VBox guessFields(Lesson lesson) {
        GridPane fields = new GridPane();
        fields.getStyleClass().add("guesses");
        for (String id : lesson.models()) {
            ConcurrencyModel model = ConcurrencyModel.of(id);
            GuessField field = new GuessField(guesses, say);
            field.setId("lesson-guess-" + id);
            field.setModel(model);
            Label label = new Label(model.name());
            label.setLabelFor(field);
            label.setWrapText(true);
            GridPane.setHgrow(label, Priority.ALWAYS);
            fields.addRow(fields.getRowCount(), label, field);
        }
        return new VBox(6, title(LessonText.OVERLAY_ACCESSIBLE), fields);
    }

    private VBox actions(Lesson lesson) {
        Button run = button("lesson-run", "Run", LessonText.RUN_HELP, callbacks.run);
        Button compare =
                button("lesson-compare", "Compare", LessonText.COMPARE_HELP, callbacks.compare);
        HBox buttons = new HBox(8, run);
        if (lesson.models().size() > 1) {
            buttons.getChildren().add(compare);
        }
        return lesson.asksForGuess()
                ? new VBox(buttons) // the fields above name the models
                : new VBox(6, quiet("Models: " + names(lesson)), buttons);
    }

    private static String names(Lesson lesson) {
        return lesson.models().stream()
                .map(id -> ConcurrencyModel.of(id).name())
                .collect(Collectors.joining(", "));
    }

    /** The buttons to the neighbouring lessons and to leave. */
    private HBox navigation(Lesson lesson) {
        int index = indexOf(lesson);
        List<Node> buttons = new ArrayList<>();
        if (index > 0) {
            Lesson before = lessons.get(index - 1);
            buttons.add(navigationButton("lesson-previous", "Previous", before));
        }
        if (index >= 0 && index + 1 < lessons.size()) {
            Lesson next = lessons.get(index + 1);
            buttons.add(navigationButton("lesson-next", "Next", next));
        }
        buttons.add(allLessons());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        buttons.add(space);
        buttons.add(button("lesson-end", "Leave", LessonText.LEAVE_ACCESSIBLE, callbacks.leave));
        HBox row = new HBox(8, buttons.toArray(Node[]::new));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Button navigationButton(String id, String name, Lesson to) {
        return button(id, name, name + " lesson: " + to.title(), () -> callbacks.open.accept(to));
    }

    private static TitledPane collapsed(String id, String title, String content) {
        TitledPane pane = new TitledPane(title, text(id + "-text", content));
        pane.setId(id);
        pane.setAnimated(false);
        pane.setExpanded(false);
        return pane;
    }

    private static Button button(String id, String name, String accessibleText, Runnable action) {
        Button button = new Button(name);
        button.setId(id);
        button.setAccessibleText(accessibleText);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Label title(String content) {
        Label title = new Label(content);
        title.getStyleClass().add("pane-title");
        return title;
    }

    private static Label quiet(String content) {
        Label label = new Label(content);
        label.setWrapText(true);
        label.getStyleClass().add("quiet");
        return label;
    }

    private static Label text(String id, String content) {
        Label text = new Label(content);
        text.setId(id);
        text.setWrapText(true);
        return text;
    }
}
