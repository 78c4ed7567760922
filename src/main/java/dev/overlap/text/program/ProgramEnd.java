package dev.overlap.text.program;

import dev.overlap.program.python.Interpreter;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What is known of a program that has ended, or that could not be started.
 *
 * @param command the words that the user gave
 * @param interpreter that runs it; null if it is not known
 * @param ending how it ended
 * @param seen what was seen of it
 * @param errorLines the last lines of its standard error, oldest first
 */
public record ProgramEnd(
        List<String> command,
        @Nullable Interpreter interpreter,
        Ending ending,
        Seen seen,
        List<String> errorLines) {

    public ProgramEnd {
        command = List.copyOf(command);
        errorLines = List.copyOf(errorLines);
    }

    /** How a program ended. */
    public sealed interface Ending {

        /**
         * It was never started.
         *
         * @param message of the system
         */
        record NotStarted(String message) implements Ending {}

        /**
         * It ended by itself.
         *
         * @param code its exit code
         */
        record Exited(int code) implements Ending {}

        /** The user stopped it. */
        record Stopped() implements Ending {}
    }

    /**
     * What was seen of a program.
     *
     * @param greeted whether the tracer said that it is there
     * @param events whether anything to draw came after that
     * @param unreachable the names of hosts that it could not connect to
     * @param notes what the tracer said that it cannot see
     */
    public record Seen(
            boolean greeted, boolean events, List<String> unreachable, List<String> notes) {

        /** Of a program that was never started. */
        public static final Seen NOTHING = new Seen(false, false, List.of(), List.of());

        public Seen {
            unreachable = List.copyOf(unreachable);
            notes = List.copyOf(notes);
        }
    }

    /** Returns whether it ended with an error of its own. */
    boolean failed() {
        return ending instanceof Ending.Exited(int code) && code != 0;
    }

    /** Returns how to call the interpreter: {@code python3} where nothing better is known. */
    List<String> python() {
        return interpreter == null ? List.of("python3") : interpreter.command();
    }

    /** Returns whether it runs where commands are written as on Windows. */
    boolean isWindows() {
        return interpreter != null && interpreter.installation().isWindows();
    }
}
