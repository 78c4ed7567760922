package dev.overlap.ui.lesson.form;

import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.claim.Claim;
import dev.overlap.lesson.claim.ClaimResult;
import dev.overlap.lesson.claim.MeasuredRuns;
import dev.overlap.text.lesson.LessonRunText;
import dev.overlap.text.lesson.NewLessonText;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

import java.util.List;

/** How far a check of claims is, and what came of it: each claim with what was measured. */
final class ClaimCheckPane extends VBox {

    private final Label state = text("new-lesson-check-state");
    private final ProgressBar progress = new ProgressBar();
    private final VBox claims = new VBox(8);

    ClaimCheckPane() {
        setId("new-lesson-check");
        setSpacing(10);
        progress.setId("new-lesson-check-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        claims.setId("new-lesson-check-claims");
        getChildren().setAll(state, progress, claims);
    }

    private static Label text(String id) {
        Label text = new Label();
        text.setId(id);
        text.setWrapText(true);
        return text;
    }

    /** Shows how far it is. */
    void show(int done, int total) {
        state.setText(NewLessonText.CHECKING.formatted(Math.min(done + 1, total), total));
        progress.setProgress((double) done / total);
        NodeVisibility.set(progress, true);
        claims.getChildren().clear();
    }

    /**
     * Shows what came of it.
     *
     * @param fault why it broke off; empty if it did not
     * @return whether all claims hold
     */
    boolean show(Lesson lesson, MeasuredRuns runs, String fault) {
        NodeVisibility.set(progress, false);
        claims.getChildren().clear();
        lesson.claims().forEach(claim -> add(claim, runs));
        List<ClaimResult> results = lesson.claims().stream().map(it -> it.check(runs)).toList();
        boolean hold = results.stream().allMatch(it -> it == ClaimResult.HOLDS);
        String sentence =
                hold
                        ? NewLessonText.ALL_HOLD
                        : results.contains(ClaimResult.FAILS)
                                ? NewLessonText.NOT_ALL_HOLD
                                : NewLessonText.NOT_MEASURED;
        state.setText(fault.isEmpty() ? sentence : fault + " " + sentence);
        return hold;
    }

    private void add(Claim claim, MeasuredRuns runs) {
        ClaimResult result = claim.check(runs);
        Label verdict = text("new-lesson-check-" + (claims.getChildren().size() + 1));
        verdict.setText(LessonRunText.claim(claim, result));
        if (result == ClaimResult.FAILS) {
            verdict.getStyleClass().add("problem");
        }
        Label figures = text(verdict.getId() + "-figures");
        figures.getStyleClass().add("quiet");
        figures.setText(String.join(", ", claim.figures(runs)));
        VBox both = new VBox(verdict, figures);
        claims.getChildren().add(both);
    }
}
