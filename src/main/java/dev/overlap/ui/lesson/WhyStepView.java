package dev.overlap.ui.lesson;

import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.claim.MeasuredText;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import java.util.List;

/** The step Why: the explanation with what was measured, the results, and what to take home. */
final class WhyStepView extends VBox {

    WhyStepView(Lesson lesson, LessonRuns runs) {
        getStyleClass().add("lesson");
        setId("lesson-explanation");
        List<String> paragraphs = MeasuredText.paragraphs(lesson.explanation(), runs.measured());
        for (String paragraph : paragraphs) {
            String id = "lesson-explanation-" + (getChildren().size() + 1);
            getChildren().add(LessonNodes.text(id, paragraph));
        }
        if (!lesson.takeHome().isEmpty()) {
            Label sentence = LessonNodes.text("lesson-take-home", lesson.takeHome());
            sentence.getStyleClass().add("lesson-take-home");
            getChildren().add(sentence);
        }
        if (!runs.measured().models().isEmpty()) {
            getChildren().add(new ResultList(lesson, runs));
        }
    }
}
