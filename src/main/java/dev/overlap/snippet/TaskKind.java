package dev.overlap.snippet;

import dev.overlap.plan.Step;
import dev.overlap.plan.StepSequence;

import java.util.Locale;

/** The kinds of tasks; each has its own program per model. */
public enum TaskKind {
    FETCH,
    POLL,
    COMPUTE;

    /** Returns the kind of task of what a task does. */
    public static TaskKind of(StepSequence steps) {
        return switch (steps.first()) {
            case Step.Fetch _ -> FETCH;
            case Step.Poll _ -> POLL;
            case Step.Compute _,
                    Step.Sleep _,
                    Step.Lock _,
                    Step.Permit _,
                    Step.Add _,
                    Step.Put _,
                    Step.Take _ ->
                    COMPUTE;
        };
    }

    /** The display name, such as {@code fetch}. */
    String words() {
        return name().toLowerCase(Locale.ROOT);
    }
}
