package dev.overlap.ui.lesson;

import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.Observation;
import dev.overlap.text.LessonText;
import dev.overlap.text.lesson.LessonStepText;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.function.Consumer;

/** The step Look: observations, each a button that shows in the chart what it speaks of. */
final class LookStepView extends VBox {

    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");

    /**
     * @param placed whether there is a run to show places in
     */
    LookStepView(Lesson lesson, boolean placed, Consumer<Observation> point) {
        getStyleClass().add("lesson");
        setId("lesson-look-at");
        getChildren().add(LessonNodes.title(LessonText.LOOK_AT_TITLE));
        for (Observation observation : lesson.lookAt()) {
            String id = "lesson-look-" + getChildren().size();
            getChildren()
                    .add(
                            placed && observation.hasPlace()
                                    ? button(id, observation, point)
                                    : LessonNodes.text(id, observation.say()));
        }
    }

    private Button button(String id, Observation observation, Consumer<Observation> point) {
        Button button = new Button(observation.say(), new FontIcon(Feather.CROSSHAIR));
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setWrapText(true);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().setAll("lesson-observation");
        button.setAccessibleText(LessonStepText.POINT_HELP.formatted(observation.say()));
        button.setTooltip(new Tooltip(LessonStepText.POINT_TIP));
        button.setOnAction(_ -> pressed(button, observation, point));
        return button;
    }

    private void pressed(Button button, Observation observation, Consumer<Observation> point) {
        for (Node other : getChildren()) {
            other.pseudoClassStateChanged(SHOWN, button.equals(other));
        }
        point.accept(observation);
        button.requestFocus(); // the chart took it
    }
}
