package dev.overlap.text.program;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last lines that a Python program wrote to standard error, read for the exception that ended
 * it. Warnings may follow it, and exception groups put a margin before it.
 */
final class ErrorOutput {

    private static final Pattern EXCEPTION =
            Pattern.compile(
                    "(?: *(?:\\| *)+)?((?:\\w+\\.)*\\w*(?:Error|Exception|Timeout|Refused|Closed))"
                            + "(?::\\s*(.*))?");
    private static final Pattern PLACE = Pattern.compile("[ |]*File \"(.*)\", line (\\d+).*");

    private final List<String> lines;

    /**
     * The class of the exception with its module, as in {@code httpx.ConnectError}; may be empty.
     */
    private final String type;

    /** Its message; may be empty. */
    private final String message;

    ErrorOutput(List<String> lines) {
        this.lines = lines;
        Matcher found = last(EXCEPTION);
        type = found == null ? "" : found.group(1);
        message = found == null || found.group(2) == null ? "" : found.group(2).strip();
    }

    private @Nullable Matcher last(Pattern pattern) {
        for (String line : lines.reversed()) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.matches()) {
                return matcher;
            }
        }
        return null;
    }

    boolean is(String exception) {
        return type.equals(exception);
    }

    String type() {
        return type;
    }

    String message() {
        return message;
    }

    /** Returns the last line of all; empty if there is none. */
    String lastLine() {
        return lines.isEmpty() ? "" : lines.getLast().strip();
    }

    /** Returns whether any of the lines has the text. */
    boolean mentions(String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }

    /** Returns {@code " in line 3"}, where the innermost frame is; empty if that is not told. */
    String inLine() {
        Matcher place = last(PLACE);
        return place == null ? "" : " in line " + place.group(2);
    }
}
