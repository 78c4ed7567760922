package dev.overlap.engine.resource;

import dev.overlap.plan.Step;
import dev.overlap.trace.ResourceTrack.Purpose;

import org.jspecify.annotations.Nullable;

/**
 * What a task asks for before it can go on.
 *
 * @param resource the name of a lock, permit or queue
 */
public record Claim(String resource, Purpose purpose) {

    /** Returns what a step asks for at its begin, or null if it asks for nothing. */
    public static @Nullable Claim of(Step step) {
        return switch (step) {
            case Step.Lock(String name, _) -> new Claim(name, Purpose.HOLD);
            case Step.Permit(String name, _, _) -> new Claim(name, Purpose.HOLD);
            case Step.Put(String name) -> new Claim(name, Purpose.PUT);
            case Step.Take(String name) -> new Claim(name, Purpose.TAKE);
            case Step.Fetch _, Step.Poll _, Step.Compute _, Step.Sleep _, Step.Add _ -> null;
        };
    }
}
