package dev.overlap.comparison;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The user's predicted duration per model. Immutable.
 *
 * @param nanos wall times, by the id of the model
 */
public record Guesses(Map<String, Long> nanos) {

    public static final Guesses NONE = new Guesses(Map.of());

    public Guesses {
        nanos = Map.copyOf(nanos);
    }

    /** The guess for a model, in nanoseconds, or null if there is none. */
    public @Nullable Long of(String model) {
        return nanos.get(model);
    }

    /** Returns a copy with a guess for a model, or without one if null. */
    public Guesses with(String model, @Nullable Long guess) {
        Map<String, Long> changed = new LinkedHashMap<>(nanos);
        if (guess == null) {
            changed.remove(model);
        } else {
            changed.put(model, guess);
        }
        return new Guesses(changed);
    }
}
