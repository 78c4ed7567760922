package dev.overlap.session.log;

import org.jspecify.annotations.Nullable;

/** A part of a trace as a sequence of events, in the order in which a reader needs them. */
interface EventCursor {

    /** Returns whether there is another event. */
    boolean hasNext();

    /** Returns the instant of the next event; events that must follow one may claim to be older. */
    long nanos();

    /**
     * Writes the next event and moves on.
     *
     * @return another sequence that begins with this event, or null
     */
    @Nullable EventCursor write(LogLines lines);
}
