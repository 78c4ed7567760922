package dev.overlap.ui.run;

import dev.overlap.plan.Plan;
import dev.overlap.plan.Step;
import dev.overlap.plan.StepSequence;

/**
 * How the tasks of a plan end if all of them succeed.
 *
 * @param answered those with a request
 * @param computed those with a computation but no request
 * @param done all others
 */
public record ExpectedOutcomes(int answered, int computed, int done) {

    /** Those of a run that is not known. */
    public static final ExpectedOutcomes NONE = new ExpectedOutcomes(0, 0, 0);

    /** Counts the tasks of a plan. */
    public static ExpectedOutcomes of(Plan plan) {
        int answered = 0;
        int computed = 0;
        for (var task : plan.tasks()) {
            boolean requests = !task.steps().targets().isEmpty();
            answered += requests ? 1 : 0;
            computed += !requests && computes(task.steps()) ? 1 : 0;
        }
        return new ExpectedOutcomes(answered, computed, plan.tasks().size() - answered - computed);
    }

    private static boolean computes(StepSequence steps) {
        return steps.flat().anyMatch(Step.Compute.class::isInstance);
    }
}
