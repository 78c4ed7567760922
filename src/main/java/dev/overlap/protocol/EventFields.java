package dev.overlap.protocol;

import dev.overlap.text.protocol.EventFaultText;
import dev.overlap.text.protocol.EventFaultText.FieldType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The fields of one line. The same object is used for all lines of a stream. A value that is null
 * counts as missing; of fields with the same name the last one counts.
 */
final class EventFields {

    /** In JavaScript, whole numbers up to this one are exact. */
    static final long MAX_ID = (1L << 53) - 1;

    /** So far from the end of a {@code long} that the sum of two is no overflow. */
    static final long MAX_NANOS = (1L << 62) - 1;

    private static final int MAX_FIELDS = 64;

    private final String[] names = new String[MAX_FIELDS];
    private final @Nullable Object[] values = new Object[MAX_FIELDS];
    private int size;
    private String event = "";

    void clear() {
        size = 0;
        event = "";
    }

    /** Sets the name of the event, for sentences. */
    void setEvent(String event) {
        this.event = event;
    }

    void put(String name, Object value) throws InvalidEventException {
        int at = find(name);
        if (at < 0) {
            if (size == MAX_FIELDS) {
                throw new InvalidEventException("", EventFaultText.TOO_MANY_FIELDS);
            }
            at = size++;
            names[at] = name;
        }
        values[at] = value;
    }

    private int find(String name) {
        for (int i = 0; i < size; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable Object value(String name) {
        int at = find(name);
        return at < 0 ? null : values[at];
    }

    private Object required(String name) throws InvalidEventException {
        Object value = value(name);
        if (value == null) {
            throw new InvalidEventException(name, EventFaultText.missing(event, name));
        }
        return value;
    }

    private InvalidEventException wrong(String name, FieldType expected) {
        return new InvalidEventException(name, EventFaultText.wrongType(event, name, expected));
    }

    /** Returns a whole number; a fraction of zero is allowed, as JSON has but one type. */
    long number(String name) throws InvalidEventException {
        return number(name, required(name), FieldType.WHOLE_NUMBER, -MAX_NANOS, MAX_NANOS);
    }

    /** Returns a whole number of 0 or more. */
    long count(String name) throws InvalidEventException {
        return number(name, required(name), FieldType.COUNT, 0, MAX_NANOS);
    }

    long countIfAny(String name) throws InvalidEventException {
        return value(name) == null ? ProtocolEvent.ABSENT : count(name);
    }

    long positive(String name) throws InvalidEventException {
        return number(name, required(name), FieldType.POSITIVE, 1, Integer.MAX_VALUE);
    }

    long positiveIfAny(String name) throws InvalidEventException {
        return value(name) == null ? ProtocolEvent.ABSENT : positive(name);
    }

    long statusIfAny(String name) throws InvalidEventException {
        Object value = value(name);
        return value == null ? ProtocolEvent.ABSENT : number(name, value, FieldType.STATUS, 0, 999);
    }

    long id(String name) throws InvalidEventException {
        return number(name, required(name), FieldType.COUNT, 0, MAX_ID);
    }

    long idIfAny(String name) throws InvalidEventException {
        return value(name) == null ? ProtocolEvent.ABSENT : id(name);
    }

    private long number(String name, Object value, FieldType type, long least, long most)
            throws InvalidEventException {
        long number =
                switch (value) {
                    case Long whole -> whole;
                    case Double fraction
                            when fraction == Math.rint(fraction) && Math.abs(fraction) <= MAX_ID ->
                            fraction.longValue();
                    default -> throw wrong(name, type);
                };
        if (number < least || number > most) {
            throw wrong(name, type);
        }
        return number;
    }

    /** Returns a number that may be a fraction; NaN if it is missing. */
    double decimalIfAny(String name) throws InvalidEventException {
        return switch (value(name)) {
            case null -> Double.NaN;
            case Long whole -> whole;
            case Double fraction -> fraction;
            default -> throw wrong(name, FieldType.NUMBER);
        };
    }

    String text(String name) throws InvalidEventException {
        if (required(name) instanceof String text) {
            return text;
        }
        throw wrong(name, FieldType.TEXT);
    }

    String textIfAny(String name) throws InvalidEventException {
        return value(name) == null ? "" : text(name);
    }

    /** Returns a text; a whole number is as good. */
    String nameIfAny(String name) throws InvalidEventException {
        return switch (value(name)) {
            case null -> "";
            case String text -> text;
            case Object other -> {
                long number = number(name, other, FieldType.NAME, -MAX_NANOS, MAX_NANOS);
                yield Long.toString(number);
            }
        };
    }

    boolean is(String name) throws InvalidEventException {
        return Objects.requireNonNullElse(truthIfAny(name), false);
    }

    @Nullable Boolean truthIfAny(String name) throws InvalidEventException {
        return switch (value(name)) {
            case null -> null;
            case Boolean truth -> truth;
            default -> throw wrong(name, FieldType.TRUTH);
        };
    }

    @Nullable List<String> textsIfAny(String name) throws InvalidEventException {
        Object value = value(name);
        if (value == null) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (Object element : elements(name, value, FieldType.TEXTS)) {
            if (!(element instanceof String text)) {
                throw wrong(name, FieldType.TEXTS);
            }
            texts.add(text);
        }
        return texts;
    }

    List<Long> idsIfAny(String name) throws InvalidEventException {
        Object value = value(name);
        if (value == null) {
            return List.of();
        }
        List<Long> ids = new ArrayList<>();
        for (Object element : elements(name, value, FieldType.COUNTS)) {
            ids.add(number(name, element, FieldType.COUNTS, 0, MAX_ID));
        }
        return ids;
    }

    private List<?> elements(String name, Object value, FieldType type)
            throws InvalidEventException {
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrong(name, type);
    }

    ProtocolEvent.How how(String name) throws InvalidEventException {
        String code = text(name);
        List<String> codes = new ArrayList<>();
        for (ProtocolEvent.How how : ProtocolEvent.How.values()) {
            if (how.code().equals(code)) {
                return how;
            }
            codes.add(how.code());
        }
        throw new InvalidEventException(name, EventFaultText.unknownValue(event, name, codes));
    }
}
