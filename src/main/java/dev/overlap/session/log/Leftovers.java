package dev.overlap.session.log;

import dev.overlap.text.session.SessionText;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Counts what a newer version has written and this one leaves out. */
final class Leftovers {

    private long events;
    private long fields;
    private long values;

    void addEvent() {
        events++;
    }

    void addField() {
        fields++;
    }

    void addValue() {
        values++;
    }

    /** Returns a value, or if it is not known another one in its place. */
    <T> T known(@Nullable T value, T otherwise) {
        if (value == null) {
            values++;
            return otherwise;
        }
        return value;
    }

    /** Returns the sentence about it, if there is anything. */
    List<String> sentences() {
        return SessionText.leftOut(events, fields, values);
    }
}
