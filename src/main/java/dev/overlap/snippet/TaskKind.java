package dev.overlap.snippet;

import dev.overlap.plan.Step;
import dev.overlap.plan.StepSequence;

import java.util.Locale;

/** The kinds of tasks; each has its own program per model. */
public enum TaskKind {
    FETCH,
    POLL,
    COMPUTE,
    /** Several steps, or one that needs more than the name of what to request or compute. */
    STEPS;

    /** Returns the kind of task of what a task does. */
    public static TaskKind of(StepSequence steps) {
        if (!steps.isSingle()) {
            return STEPS;
        }
        return switch (steps.first()) {
            case Step.Fetch _ -> FETCH;
            case Step.Poll _ -> POLL;
            case Step.Compute(_, int pieces) -> pieces == 1 ? COMPUTE : STEPS;
            case Step.Sleep _, Step.Lock _, Step.Permit _, Step.Add _, Step.Put _, Step.Take _ ->
                    STEPS;
        };
    }

    /** The display name, such as {@code fetch}. */
    String words() {
        return name().toLowerCase(Locale.ROOT);
    }
}
