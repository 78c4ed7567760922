package dev.overlap.program.python;

import java.util.List;

/** What came of asking a command whether it is a Python interpreter. */
public sealed interface ProbeResult {

    /** It is one. */
    record Answered(Interpreter interpreter) implements ProbeResult {}

    /**
     * It is none that can be used.
     *
     * @param command the words that should have started it
     * @param obstacle why
     * @param detail the message of the system, or the last line that the command printed; may be
     *     empty
     */
    record Unusable(List<String> command, Obstacle obstacle, String detail) implements ProbeResult {
        public Unusable {
            command = List.copyOf(command);
        }
    }

    /** Why a command is not a usable interpreter. */
    enum Obstacle {
        /** There is no such program, or it may not be run. */
        NOT_STARTED,
        /** It runs, but did not answer as Python does. */
        NOT_PYTHON,
        /** It did not end in time. */
        TOO_SLOW
    }
}
