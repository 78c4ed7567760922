package dev.overlap.ui.lesson;

import dev.overlap.text.lesson.LessonStepText;
import dev.overlap.ui.lesson.LessonSteps.StepState;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * The steps of a lesson in a row. A step that was done has a tick, the current one is filled, one
 * that is closed has a lock. Pressing a closed one says why it is closed, so none is ever disabled.
 */
final class StepIndicator extends HBox {

    private final Consumer<LessonStep> go;

    StepIndicator(Consumer<LessonStep> go) {
        this.go = go;
        setId("lesson-steps");
        getStyleClass().add("lesson-steps");
        setAccessibleText(LessonStepText.STEPS);
        setAlignment(Pos.TOP_CENTER);
    }

    /** Shows how far the steps have been taken; keeps the focus. */
    void show(LessonSteps steps) {
        LessonStep focused = focused();
        getChildren().clear();
        ToggleGroup group = new ToggleGroup();
        for (LessonStep step : steps.steps()) {
            if (!getChildren().isEmpty()) {
                getChildren().add(connector());
            }
            ToggleButton button = button(step, steps);
            button.setToggleGroup(group);
            button.setSelected(step == steps.current());
            getChildren().add(button);
            if (step == focused) {
                button.requestFocus();
            }
        }
    }

    private @Nullable LessonStep focused() {
        return getChildren().stream()
                .filter(Node::isFocused)
                .map(node -> (LessonStep) node.getUserData())
                .findFirst()
                .orElse(null);
    }

    private static Region connector() {
        Region line = new Region();
        line.getStyleClass().add("step-connector");
        setHgrow(line, Priority.ALWAYS);
        return line;
    }

    private ToggleButton button(LessonStep step, LessonSteps steps) {
        StepState state = steps.state(step);
        int number = steps.steps().indexOf(step) + 1;
        ToggleButton button = new ToggleButton(step.title(), marker(number, state));
        button.setId("step-" + step.word());
        button.setUserData(step);
        button.setContentDisplay(ContentDisplay.TOP);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().setAll("lesson-step");
        button.pseudoClassStateChanged(
                PseudoClass.getPseudoClass(state.name().toLowerCase(Locale.ROOT)), true);
        String sentence = sentence(step, state);
        button.setAccessibleText(
                LessonStepText.STEP_ACCESSIBLE.formatted(
                        number, steps.steps().size(), step.title(), sentence));
        button.setTooltip(new Tooltip(sentence));
        button.setOnAction(_ -> pressed(button, step, state));
        return button;
    }

    /** A press must not change which step looks selected: the steps decide. */
    private void pressed(ToggleButton button, LessonStep step, StepState state) {
        button.setSelected(state == StepState.CURRENT);
        go.accept(step);
    }

    private static Node marker(int number, StepState state) {
        Node content =
                switch (state) {
                    case DONE -> new FontIcon(Feather.CHECK);
                    case CLOSED -> new FontIcon(Feather.LOCK);
                    case CURRENT, OPEN -> new Label(String.valueOf(number));
                };
        StackPane marker = new StackPane(content);
        marker.getStyleClass().add("step-marker");
        return marker;
    }

    /** Returns how a step stands, in words. */
    static String sentence(LessonStep step, StepState state) {
        return switch (state) {
            case CURRENT -> LessonStepText.STEP_CURRENT;
            case DONE -> LessonStepText.STEP_DONE;
            case OPEN -> LessonStepText.STEP_OPEN;
            case CLOSED ->
                    step == LessonStep.WATCH
                            ? LessonStepText.WATCH_CLOSED
                            : LessonStepText.LOOK_CLOSED;
        };
    }
}
