package dev.overlap.ui.course;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.course.CompletedLesson;
import dev.overlap.lesson.course.ModelTime;
import dev.overlap.text.course.CourseText;
import dev.overlap.ui.controls.NodeVisibility;
import dev.overlap.ui.controls.WideTooltip;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A lesson in the course: a small picture, its title, how long it takes, and what was done of it.
 *
 * <p>Threads: JavaFX thread only.
 */
final class LessonCard extends HBox {

    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open-lesson");

    /** The space between a number and its unit, where no line should end. */
    private static final String UNIT_AFTER_NUMBER = "(?<=\\d) (?=ms|s|min)";

    private final int number;
    private final Lesson lesson;
    private final Runnable open;
    private final CardPicture picture;
    private final FontIcon tick = new FontIcon(Feather.CHECK);
    private final Label facts = new Label();
    private final Label guess = new Label();
    private final WideTooltip tooltip = new WideTooltip("");

    /**
     * @param number its place in the course, from 1
     * @param open opens the lesson
     */
    LessonCard(int number, Lesson lesson, Runnable open) {
        this.number = number;
        this.lesson = lesson;
        this.open = open;
        picture = new CardPicture(lesson.sites());
        setId("course-" + lesson.id());
        getStyleClass().add("lesson-card");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        VBox words = words();
        setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(picture, words);
        setOnMouseClicked(
                click -> {
                    if (click.getButton() == MouseButton.PRIMARY) {
                        open.run();
                    }
                });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private VBox words() {
        Label title = new Label(number + ". " + lesson.title());
        title.setWrapText(true);
        title.getStyleClass().add("lesson-card-title");
        tick.getStyleClass().add("lesson-card-tick");
        facts.setGraphic(tick);
        facts.setWrapText(true);
        facts.getStyleClass().add("quiet");
        guess.setWrapText(true);
        VBox words = new VBox(title, facts, guess);
        words.getStyleClass().add("lesson-card-words");
        words.setMinWidth(0);
        return words;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            event.consume();
            open.run();
        }
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            open.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    Lesson lesson() {
        return lesson;
    }

    /**
     * Shows the state of the lesson.
     *
     * @param done null if it was not done
     */
    void show(@Nullable CompletedLesson done, boolean isOpen, boolean dark) {
        picture.show(done == null ? null : done.picture(), dark);
        tick.setVisible(done != null);
        tick.setManaged(done != null);
        facts.setText(
                Stream.of(
                                CourseText.minutes(lesson.minutes()),
                                state(done),
                                isOpen ? CourseText.OPEN_NOW : "")
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(" \u00b7 ")));
        NodeVisibility.set(facts, !facts.getText().isEmpty());
        List<String> guesses = done == null ? List.of() : guesses(done);
        guess.setText(shortened(guesses).replaceAll(UNIT_AFTER_NUMBER, "\u00a0"));
        NodeVisibility.set(guess, !guesses.isEmpty());
        pseudoClassStateChanged(DONE, done != null);
        pseudoClassStateChanged(OPEN, isOpen);
        explain(done);
    }

    private static String state(@Nullable CompletedLesson done) {
        return done == null
                ? ""
                : CourseText.doneOn(done.at(), LocalDate.now(ZoneId.systemDefault()));
    }

    /** The guesses beside the truth; the model is named where there are several. */
    private static List<String> guesses(CompletedLesson done) {
        List<ModelTime> guessed = done.times().stream().filter(ModelTime::isGuessed).toList();
        return guessed.stream()
                .map(
                        time ->
                                done.times().size() == 1
                                        ? CourseText.guessed(time.guessNanos(), time.wallNanos())
                                        : CourseText.guessed(
                                                name(time), time.guessNanos(), time.wallNanos()))
                .toList();
    }

    private static String shortened(List<String> guesses) {
        return switch (guesses.size()) {
            case 0 -> "";
            case 1 -> guesses.getFirst();
            default -> guesses.getFirst() + "\n" + CourseText.more(guesses.size() - 1);
        };
    }

    private static String name(ModelTime time) {
        return ConcurrencyModel.isKnown(time.model())
                ? ConcurrencyModel.of(time.model()).name()
                : time.model();
    }

    private void explain(@Nullable CompletedLesson done) {
        List<String> all = new ArrayList<>();
        if (done == null) {
            all.add(CourseText.NOT_DONE);
        } else {
            all.add(CourseText.doneSentence(done.at()));
            done.times().forEach(time -> all.add(result(time)));
        }
        setAccessibleText(CourseText.sentence(number, lesson.title(), lesson.minutes(), all));
        tooltip.setText(String.join("\n", all));
        if (done == null || done.times().isEmpty()) {
            Tooltip.uninstall(this, tooltip);
        } else {
            Tooltip.install(this, tooltip);
        }
    }

    private static String result(ModelTime time) {
        return time.isGuessed()
                ? CourseText.guessed(name(time), time.guessNanos(), time.wallNanos())
                : CourseText.took(name(time), time.wallNanos());
    }
}
