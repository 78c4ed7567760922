package dev.overlap.persistence;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.TreeMap;

/**
 * What was chosen in the parts of a window last, such as the pace of a replay. Immutable.
 *
 * <p>Names and values are defined by the parts, which ignore unknown ones.
 *
 * @param values at most {@value #MAX_NAMES} by name; a name has 1 to {@value #MAX_NAME_LENGTH}
 *     characters and a value at most {@value #MAX_LENGTH}
 */
public record WindowChoices(Map<String, String> values) {

    private static final int MAX_NAMES = 100;
    private static final int MAX_NAME_LENGTH = 100;
    private static final int MAX_LENGTH = 10_000;

    /** The choices of a new user. */
    public static final WindowChoices NONE = new WindowChoices(Map.of());

    public WindowChoices {
        values = Map.copyOf(values);
        if (!isKept(values)) {
            throw new IllegalArgumentException("These are no choices of a window.");
        }
    }

    private static boolean isKept(Map<String, String> values) {
        return values.size() <= MAX_NAMES
                && values.entrySet().stream().allMatch(it -> isKept(it.getKey(), it.getValue()));
    }

    private static boolean isKept(String name, String value) {
        return !name.isBlank() && name.length() <= MAX_NAME_LENGTH && value.length() <= MAX_LENGTH;
    }

    /** The value with a name, or null if nothing was chosen. */
    public @Nullable String of(String name) {
        return values.get(name);
    }

    /**
     * Returns a copy with a value, or without it if null; this if it is too long to be kept, or one
     * too many.
     */
    public WindowChoices with(String name, @Nullable String value) {
        Map<String, String> changed = new TreeMap<>(values);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return isKept(changed) ? new WindowChoices(changed) : this;
    }
}
