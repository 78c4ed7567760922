package dev.overlap.protocol;

import java.io.Serial;

/** Says what is wrong with a line that is no event. */
public final class InvalidEventException extends Exception {

    @Serial private static final long serialVersionUID = 1;

    private final String field;

    /** Without a stack trace: a hostile program may send nothing but such lines. */
    InvalidEventException(String field, String sentence) {
        super(sentence, null, false, false);
        this.field = field;
    }

    /** Returns the name of the field that is wrong or missing; empty if it is the whole line. */
    String field() {
        return field;
    }

    /** Returns the sentence for the user. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
