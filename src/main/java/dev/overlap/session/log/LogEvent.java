package dev.overlap.session.log;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * An event that was read: a name, an instant, and a few fields. One object is used for all events
 * of a file.
 *
 * <p>All methods throw {@link IllegalArgumentException} if a field is not of the type that is asked
 * for, or is missing without an alternative.
 */
final class LogEvent {

    private static final int MAX_FIELDS = 32;

    private final String[] names = new String[MAX_FIELDS];
    private final long[] numbers = new long[MAX_FIELDS];
    private final @Nullable Object[] others = new Object[MAX_FIELDS]; // null: it is a number
    private int size;

    void clear() {
        size = 0;
    }

    /** Adds a whole number. */
    void add(String name, long number) {
        add(name, number, null);
    }

    /** Adds what is true; what is false is as if it were missing. */
    void addTruth(String name) {
        add(name, 1, true);
    }

    /** Adds a text, a fraction or a list of whole numbers. */
    void add(String name, Object value) {
        add(name, 0, value);
    }

    private void add(String name, long number, @Nullable Object other) {
        if (size == MAX_FIELDS) {
            throw new IllegalArgumentException("too many fields");
        }
        names[size] = name;
        numbers[size] = number;
        others[size] = other;
        size++;
    }

    private int find(String name) {
        for (int i = 0; i < size; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    String name() {
        return text(FieldName.EVENT);
    }

    long nanos() {
        return number(FieldName.INSTANT);
    }

    boolean has(String name) {
        return find(name) >= 0;
    }

    long number(String name) {
        int at = find(name);
        if (at < 0 || others[at] != null) {
            throw new IllegalArgumentException("no number " + name);
        }
        return numbers[at];
    }

    long number(String name, long otherwise) {
        return has(name) ? number(name) : otherwise;
    }

    int integer(String name) {
        long number = number(name);
        if (number != (int) number) {
            throw new IllegalArgumentException("too large: " + name);
        }
        return (int) number;
    }

    int integer(String name, int otherwise) {
        return has(name) ? integer(name) : otherwise;
    }

    /** Returns a number that may be a fraction; NaN if it is missing. */
    double decimal(String name) {
        int at = find(name);
        if (at < 0) {
            return Double.NaN;
        }
        return others[at] instanceof Double fraction ? fraction : number(name);
    }

    String text(String name) {
        int at = find(name);
        if (at >= 0 && others[at] instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("no text " + name);
    }

    String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    boolean is(String name) {
        int at = find(name);
        return at >= 0 && others[at] instanceof Boolean;
    }

    /** Returns a list of numbers; empty if it is missing. */
    List<Integer> integers(String name) {
        int at = find(name);
        if (at < 0) {
            return List.of();
        }
        if (others[at] instanceof List<?> list) {
            return list.stream().map(Integer.class::cast).toList();
        }
        throw new IllegalArgumentException("no list " + name);
    }
}
