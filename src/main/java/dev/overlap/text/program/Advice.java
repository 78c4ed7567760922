package dev.overlap.text.program;

import java.util.List;

/**
 * What went wrong with a program, and the way out.
 *
 * @param topic what it is about, for windows that offer more than the sentence
 * @param sentence one or two sentences for people
 * @param copyable commands or lines of code to copy, in order; never run by us; may be empty
 */
public record Advice(Topic topic, String sentence, List<String> copyable) {

    /** What went wrong. */
    public enum Topic {
        /** No interpreter was found. */
        NO_PYTHON,
        /** The command cannot be started. */
        NOT_STARTED,
        /** The interpreter is older than what can be watched. */
        TOO_OLD,
        /** The program ran, and no event came from it. */
        NOT_WATCHED,
        /** The program was watched, and did nothing that is shown. */
        NOTHING_TO_SEE,
        /** Only some of what it did can be seen. */
        PARTLY_SEEN,
        /** A library is not installed. */
        LIBRARY_MISSING,
        /** A file of the user's hides a library of the same name. */
        NAME_SHADOWED,
        /** The text has quotes that Python does not take: a mended copy can be written. */
        CURLY_QUOTES,
        /** The text has lost its indentation, or was never right. */
        INDENTATION_LOST,
        /** There is no event loop to get. */
        NO_EVENT_LOOP,
        /** An event loop that runs is asked to run. */
        LOOP_RUNS,
        /** The program reads its standard input. */
        ASKS_FOR_INPUT,
        /** Hosts cannot be reached: the lab can play them. */
        HOST_UNREACHABLE
    }

    public Advice {
        copyable = List.copyOf(copyable);
    }

    static Advice of(Topic topic, String sentence, String... copyable) {
        return new Advice(topic, sentence, List.of(copyable));
    }
}
