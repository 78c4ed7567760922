package dev.overlap.export.worksheet;

import dev.overlap.lesson.Lesson;
import dev.overlap.lesson.claim.Claim;
import dev.overlap.lesson.claim.MeasuredRuns;
import dev.overlap.report.RunReport;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A lesson on paper.
 *
 * @param runs what was measured for its solution; none if it has no solution
 * @param picture the run that the solution shows; null if it has no solution
 */
public record WorksheetLesson(Lesson lesson, MeasuredRuns runs, @Nullable RunReport picture) {

    /** A lesson without a solution. */
    public WorksheetLesson(Lesson lesson) {
        this(lesson, MeasuredRuns.NONE, null);
    }

    /** The claims of the lesson that its runs contradict. */
    List<Claim> failed() {
        return lesson.failedClaims(runs);
    }
}
