package dev.overlap.ui.lesson;

import atlantafx.base.theme.Styles;

import dev.overlap.lesson.Lesson;
import dev.overlap.text.LessonText;
import dev.overlap.text.lesson.LessonStepText;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The lesson page: title and steps above, what the current step shows, which scrolls, and its
 * buttons below. Without an open lesson it offers one.
 *
 * <p>Threads: JavaFX thread only.
 */
final class LessonPane extends BorderPane {

    private final List<Lesson> lessons;
    private final LessonActions actions;
    private final StepIndicator indicator;
    private final LessonFoot foot;
    private final Label message = LessonNodes.text("lesson-message", "");
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);
    private @Nullable LessonStep shown;
    private @Nullable Lesson open;
    private Lesson offered;

    /**
     * @param lessons the built-in ones, in order; at least one
     */
    LessonPane(List<Lesson> lessons, LessonActions actions) {
        this.lessons = lessons;
        this.actions = actions;
        offered = lessons.getFirst();
        indicator = new StepIndicator(actions::go);
        foot = new LessonFoot(lessons, actions);
        setId("lesson-pane");
        getStyleClass().add("lesson-pane");
        content.getStyleClass().addAll("lesson-content", "lesson");
        message.getStyleClass().add("lesson-message");
        setUpScrolling();
        offer();
    }

    private void setUpScrolling() {
        scroll.setId("lesson-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("side-pane");
        scroll.setAccessibleText(LessonStepText.SCROLL_ACCESSIBLE);
        // only with the focus can the keyboard scroll a text without buttons
        scroll.focusTraversableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        content.getHeight()
                                                > scroll.getViewportBounds().getHeight() + 1,
                                content.heightProperty(),
                                scroll.viewportBoundsProperty()));
    }

    /** Sets the lesson to offer where none is open. */
    void setOffered(Lesson lesson) {
        if (!lesson.equals(offered)) {
            offered = lesson;
            if (open == null) {
                offer();
            }
        }
    }

    /** Offers a lesson. */
    void offer() {
        Lesson next = offered;
        open = null;
        VBox head = head(next);
        Label question = LessonNodes.text("lesson-question", next.question());
        question.getStyleClass().add("lesson-question");
        arrange(head, null);
        content.getChildren()
                .setAll(
                        question,
                        LessonNodes.button(
                                "lesson-open",
                                "Open this lesson",
                                "Open this lesson: " + next.title(),
                                () -> actions.open(next)),
                        LessonNodes.quiet(LessonText.LIST_NOTICE));
    }

    /** Tab follows the order in which the parts are added. */
    private void arrange(VBox head, @Nullable LessonFoot shownFoot) {
        getChildren().clear();
        setTop(head);
        setCenter(scroll);
        setBottom(shownFoot);
    }

    /**
     * Shows the open lesson.
     *
     * @param views what the current step shows
     */
    void show(Lesson lesson, LessonSteps steps, List<? extends Node> views) {
        boolean other = !lesson.equals(open);
        if (other) {
            VBox head = head(lesson);
            head.getChildren().addAll(indicator, message);
            arrange(head, foot);
        }
        update(lesson, steps);
        content.getChildren().setAll(views);
        if (other || shown != steps.current()) {
            scroll.setVvalue(0);
        }
        open = lesson;
        shown = steps.current();
    }

    /** Updates what says how far the steps have been taken. */
    void update(Lesson lesson, LessonSteps steps) {
        say("");
        indicator.show(steps);
        foot.show(lesson, steps);
    }

    /** Shows a sentence below the steps until something happens. */
    void say(String sentence) {
        message.setText(sentence);
        NodeVisibility.set(message, !sentence.isEmpty());
    }

    private VBox head(Lesson lesson) {
        int index = lessons.stream().map(Lesson::id).toList().indexOf(lesson.id());
        Label number =
                LessonNodes.quiet(
                        index < 0
                                ? LessonText.OWN_LESSON
                                : "Lesson " + (index + 1) + " of " + lessons.size());
        Label title = LessonNodes.text("lesson-title", lesson.title());
        title.getStyleClass().add("lesson-title");
        VBox head = new VBox(placeInCourse(number), title);
        head.getStyleClass().add("lesson-head");
        return head;
    }

    /** The number of the lesson, and the way to all others. */
    private HBox placeInCourse(Label number) {
        Button all =
                LessonNodes.button(
                        "lesson-cards",
                        LessonText.ALL_LESSONS,
                        LessonText.ALL_LESSONS_HELP,
                        actions::course);
        all.getStyleClass().addAll(Styles.FLAT, "lesson-cards");
        number.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(number, Priority.ALWAYS);
        HBox row = new HBox(8, number, all);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
