package dev.overlap.plan;

import org.jspecify.annotations.Nullable;

/** The meaning of a line in the site list. */
public sealed interface LineMeaning {

    /** The most times that one line can be repeated. */
    int MAX_TIMES = 100_000;

    /** A blank line or a comment. */
    record Nothing() implements LineMeaning {}

    /**
     * Tasks to run.
     *
     * @param steps what each of them does
     * @param times the number of tasks, 1 to {@value #MAX_TIMES}
     * @param on whether they are run
     */
    record Entry(StepSequence steps, int times, boolean on) implements LineMeaning {}

    /**
     * The size of a queue.
     *
     * @param name of the queue
     * @param size the most items in it, 1 to {@value #MAX_SIZE}
     */
    record Queue(String name, int size) implements LineMeaning {}

    /** The largest size of a queue. */
    int MAX_SIZE = 100_000;

    /**
     * An invalid line.
     *
     * @param sentence says what is wrong and what would be right
     * @param alone what the line would mean if it did not contradict an earlier one; null if it is
     *     invalid by itself
     */
    record Problem(String sentence, @Nullable LineMeaning alone) implements LineMeaning {

        /** Creates the problem of a line that is invalid by itself. */
        public Problem(String sentence) {
            this(sentence, null);
        }
    }
}
