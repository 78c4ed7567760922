package dev.overlap.ui.lesson;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.lesson.Lesson;
import dev.overlap.text.lesson.LessonStepText;
import dev.overlap.ui.lesson.LessonSteps.Fact;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The step Watch: what to run, and what it took when it has ended. */
final class WatchStepView extends VBox {

    WatchStepView(Lesson lesson, LessonSteps steps, LessonRuns runs) {
        getStyleClass().add("lesson");
        Label question = LessonNodes.text("lesson-question", lesson.question());
        question.getStyleClass().add("lesson-question");
        getChildren().setAll(question);
        if (steps.is(Fact.RUNNING)) {
            addHint(LessonStepText.WATCH_DURING);
        } else if (runs.measured().models().isEmpty()) {
            addBefore(lesson);
        } else {
            addAfter(lesson, runs);
        }
    }

    private void addHint(String sentence) {
        getChildren().add(LessonNodes.title(LessonStepText.WATCH_TITLE));
        getChildren().add(LessonNodes.text("lesson-watch-hint", sentence));
    }

    private void addBefore(Lesson lesson) {
        addHint(LessonStepText.WATCH_BEFORE.formatted(name(lesson.model())));
        if (lesson.models().size() > 1) {
            getChildren()
                    .add(
                            LessonNodes.text(
                                    "lesson-watch-compare",
                                    LessonStepText.WATCH_COMPARE.formatted(
                                            lesson.models().size())));
        }
    }

    private void addAfter(Lesson lesson, LessonRuns runs) {
        getChildren().add(new ResultList(lesson, runs));
        if (!runs.hasFirst()) {
            addHint(LessonStepText.FIRST_MODEL_MISSING.formatted(name(lesson.model())));
        }
    }

    private static String name(String model) {
        return ConcurrencyModel.of(model).name();
    }

    /** Says that a run was not the lesson's, with a way back to it. */
    void showOtherList(Runnable setUp) {
        Label sentence = LessonNodes.text("lesson-other-list", LessonStepText.OTHER_LIST);
        Button button =
                LessonNodes.button(
                        "lesson-set-up", LessonStepText.SET_UP, LessonStepText.SET_UP_HELP, setUp);
        VBox notice = new VBox(sentence, button);
        notice.getStyleClass().add("lesson-notice");
        getChildren().add(notice);
    }
}
