package dev.overlap.ui.lesson;

import dev.overlap.text.lesson.ClaimText;
import dev.overlap.text.lesson.LessonStepText;
import dev.overlap.text.run.MachineLoadText;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import java.util.List;

/** Says that a run does not show what its lesson is about, and offers to run it again. */
final class ClaimNotice extends VBox {

    /**
     * @param failed the claims that do not hold; at least one
     * @param shown whether the texts of the lesson are shown all the same
     */
    ClaimNotice(List<String> failed, LessonRuns runs, boolean shown, LessonActions actions) {
        setId("lesson-claim");
        getStyleClass().add("lesson-notice");
        getChildren().setAll(sentence(failed, runs), again(actions));
        if (!shown) {
            Hyperlink anyway = new Hyperlink(LessonStepText.ANYWAY);
            anyway.setId("lesson-anyway");
            anyway.setAccessibleText(LessonStepText.ANYWAY_HELP);
            anyway.setOnAction(_ -> actions.showAnyway());
            getChildren().add(anyway);
        }
    }

    private static Label sentence(List<String> failed, LessonRuns runs) {
        String busy = MachineLoadText.of(runs.load());
        return LessonNodes.text(
                "lesson-claim-sentence",
                String.join(
                        " ",
                        busy.isEmpty()
                                ? List.of(ClaimText.of(failed), LessonStepText.TRY_AGAIN)
                                : List.of(ClaimText.of(failed), busy, LessonStepText.TRY_AGAIN)));
    }

    /** The button that measures the same again. */
    static Button again(LessonActions actions) {
        return LessonNodes.button(
                "lesson-again",
                LessonStepText.RUN_AGAIN,
                LessonStepText.RUN_AGAIN_HELP,
                actions::runAgain);
    }
}
