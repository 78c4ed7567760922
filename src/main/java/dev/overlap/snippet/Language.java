package dev.overlap.snippet;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** The languages of the programs. */
public enum Language {
    PYTHON("Python", "py", "#@", "#"),
    JAVA("Java", "java", "//@", "//");

    private final String words;
    private final String extension;
    private final String directive;
    private final String comment;

    Language(String words, String extension, String directive, String comment) {
        this.words = words;
        this.extension = extension;
        this.directive = directive;
        this.comment = comment;
    }

    /** The display name. */
    public String words() {
        return words;
    }

    /** The file extension, without the dot. */
    public String extension() {
        return extension;
    }

    /** The prefix of the directive of a template line. */
    String directive() {
        return directive;
    }

    /** Returns a text as a string literal on one line, with all special characters escaped. */
    String quoted(String text) {
        return switch (this) {
            case PYTHON -> StringLiterals.python(text);
            case JAVA -> StringLiterals.java(text);
        };
    }

    /** Returns a time in the usual unit: seconds in Python, milliseconds in Java. */
    String time(Duration time) {
        return switch (this) {
            case PYTHON ->
                    BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString();
            case JAVA -> String.format(Locale.ROOT, "%,d", time.toMillis()).replace(',', '_');
        };
    }

    /** The prefix of a comment. */
    String comment() {
        return comment;
    }
}
