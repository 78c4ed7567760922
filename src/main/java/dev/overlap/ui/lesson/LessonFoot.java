package dev.overlap.ui.lesson;

import atlantafx.base.theme.Styles;

import dev.overlap.lesson.Lesson;
import dev.overlap.text.LessonText;
import dev.overlap.text.lesson.LessonStepText;
import dev.overlap.ui.lesson.LessonSteps.Fact;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The foot of the lesson page, which stays in sight: the buttons of the step, of which one leads
 * on, and below those to other lessons.
 */
final class LessonFoot extends VBox {

    private final List<Lesson> lessons;
    private final LessonActions actions;

    /**
     * @param lessons the built-in ones, in order
     */
    LessonFoot(List<Lesson> lessons, LessonActions actions) {
        this.lessons = lessons;
        this.actions = actions;
        getStyleClass().add("lesson-foot");
    }

    /** Shows the buttons that apply; one of them keeps the focus, if one of them had it. */
    void show(Lesson lesson, LessonSteps steps) {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        Node focused = owner != null && lookupAll("*").contains(owner) ? owner : null;
        FlowPane row = new FlowPane(8, 6);
        row.getChildren().setAll(buttons(lesson, steps));
        getChildren().setAll(row, navigation(lesson));
        if (row.getChildren().isEmpty()) {
            getChildren().remove(row);
        }
        if (focused != null) {
            focus(focused.getId());
        }
    }

    /** Focuses the button with an id, or else the first one that can be pressed. */
    private void focus(@Nullable String id) {
        List<Node> buttons =
                lookupAll(".button").stream().filter(button -> !button.isDisabled()).toList();
        buttons.stream()
                .filter(button -> Objects.equals(button.getId(), id))
                .findFirst()
                .or(() -> buttons.stream().findFirst())
                .ifPresent(Node::requestFocus);
    }

    private List<Button> buttons(Lesson lesson, LessonSteps steps) {
        List<Button> buttons = new ArrayList<>();
        switch (steps.current()) {
            case GUESS -> {
                buttons.addAll(runButtons(lesson, steps));
                buttons.add(
                        LessonNodes.button(
                                "lesson-skip",
                                LessonStepText.SKIP,
                                LessonStepText.SKIP_HELP,
                                actions::skipGuess));
            }
            case WATCH -> {
                if (steps.isOpen(LessonStep.LOOK)) {
                    buttons.add(toLook());
                }
                buttons.addAll(runButtons(lesson, steps));
            }
            case LOOK -> buttons.add(toWhy());
            case WHY -> {
                if (steps.isOpen(LessonStep.BREAK)) {
                    buttons.add(toBreak());
                }
                addNext(lesson, buttons);
            }
            case BREAK -> addNext(lesson, buttons);
        }
        buttons.stream().findFirst().ifPresent(first -> first.getStyleClass().add(Styles.ACCENT));
        return buttons;
    }

    private List<Button> runButtons(Lesson lesson, LessonSteps steps) {
        Button run = LessonNodes.button("lesson-run", "Run", LessonText.RUN_HELP, actions::run);
        Button compare =
                LessonNodes.button(
                        "lesson-compare", "Compare", LessonText.COMPARE_HELP, actions::compare);
        List<Button> buttons = lesson.models().size() > 1 ? List.of(run, compare) : List.of(run);
        buttons.forEach(button -> button.setDisable(steps.is(Fact.RUNNING)));
        return buttons;
    }

    private Button toLook() {
        return LessonNodes.button(
                "lesson-to-look",
                LessonText.LOOK_AT_TITLE,
                LessonStepText.LOOK_BUTTON_HELP,
                () -> actions.go(LessonStep.LOOK));
    }

    private Button toWhy() {
        return LessonNodes.button(
                "lesson-to-why",
                LessonStepText.WHY_TITLE,
                LessonStepText.WHY_HELP,
                () -> actions.go(LessonStep.WHY));
    }

    private Button toBreak() {
        return LessonNodes.button(
                "lesson-to-break",
                LessonStepText.BREAK,
                LessonStepText.BREAK_HELP,
                () -> actions.go(LessonStep.BREAK));
    }

    private void addNext(Lesson lesson, List<Button> buttons) {
        Lesson next = neighbour(lesson, 1);
        if (next != null) {
            buttons.add(
                    LessonNodes.button(
                            "lesson-onward",
                            LessonStepText.NEXT,
                            LessonStepText.NEXT_HELP.formatted(next.title()),
                            () -> actions.open(next)));
        }
    }

    /** The buttons to the neighbouring lessons and to leave. */
    private HBox navigation(Lesson lesson) {
        List<Node> buttons = new ArrayList<>();
        addNavigation(buttons, "lesson-previous", "Previous", neighbour(lesson, -1));
        addNavigation(buttons, "lesson-next", "Next", neighbour(lesson, 1));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        buttons.add(space);
        buttons.add(
                LessonNodes.button(
                        "lesson-end", "Leave", LessonText.LEAVE_ACCESSIBLE, actions::leave));
        HBox row = new HBox(8, buttons.toArray(Node[]::new));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("lesson-navigation");
        return row;
    }

    private void addNavigation(List<Node> buttons, String id, String name, @Nullable Lesson to) {
        if (to != null) {
            buttons.add(
                    LessonNodes.button(
                            id, name, name + " lesson: " + to.title(), () -> actions.open(to)));
        }
    }

    private @Nullable Lesson neighbour(Lesson lesson, int distance) {
        int index = lessons.stream().map(Lesson::id).toList().indexOf(lesson.id());
        int other = index + distance;
        return index < 0 || other < 0 || other >= lessons.size() ? null : lessons.get(other);
    }
}
