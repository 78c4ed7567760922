package dev.overlap.text.protocol;

import java.util.List;

/** Sentences on lines that are no events. */
public final class EventFaultText {

    /** Of a line that holds something else. */
    public static final String NO_OBJECT = "The line is not a JSON object.";

    /** Of a line that ends too early. */
    public static final String CUT = "The line ends before its JSON object does.";

    /** Of a line that goes on. */
    public static final String MORE = "The line goes on after its JSON object.";

    /** Of a line with other bytes. */
    public static final String NO_UTF_8 = "The line is not UTF-8.";

    /** Of a line whose JSON is beyond the limits of nesting, of names or of digits. */
    public static final String TOO_COMPLEX =
            "The line is nested too deeply, or has too long a name or number.";

    /** Of a line of many fields. */
    public static final String TOO_MANY_FIELDS = "The line has too many fields.";

    /** The types of fields. */
    public enum FieldType {
        TEXT("a text"),
        TRUTH("true or false"),
        NUMBER("a number"),
        WHOLE_NUMBER("a whole number"),
        COUNT("a whole number, 0 or more"),
        POSITIVE("a whole number, 1 or more"),
        STATUS("an HTTP status, 0 to 999"),
        TEXTS("a list of texts"),
        COUNTS("a list of whole numbers, each 0 or more"),
        NAME("a text or a whole number");

        private final String words;

        FieldType(String words) {
            this.words = words;
        }
    }

    private EventFaultText() {}

    /** Returns the sentence on a line without an end in sight. */
    public static String tooLong(int maxBytes) {
        return "The line is longer than " + maxBytes / 1024 + " KiB.";
    }

    /**
     * Returns the sentence on a field that is missing.
     *
     * @param event its name, or empty if even that is missing
     */
    public static String missing(String event, String field) {
        return event.isEmpty()
                ? "The line has no field \"" + field + "\"."
                : "The event \"" + event + "\" has no field \"" + field + "\".";
    }

    /** Returns the sentence on a field of another type. */
    public static String wrongType(String event, String field, FieldType expected) {
        return subject(event, field) + " is not " + expected.words + ".";
    }

    /** Returns the sentence on a field that has none of the values that it can have. */
    public static String unknownValue(String event, String field, List<String> possible) {
        return subject(event, field)
                + " is none of "
                + String.join(", ", possible.subList(0, possible.size() - 1))
                + " and "
                + possible.getLast()
                + ".";
    }

    private static String subject(String event, String field) {
        return event.isEmpty()
                ? "The field \"" + field + "\""
                : "The field \"" + field + "\" of the event \"" + event + "\"";
    }
}
