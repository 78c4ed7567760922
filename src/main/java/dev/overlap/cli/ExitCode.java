package dev.overlap.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The exit codes of all commands. Scripts depend on the numbers. */
enum ExitCode {
    /** Every task was answered, computed or done. */
    DONE(0, "All tasks completed."),

    /** A task failed or a line was not understood; all results were written nevertheless. */
    FAILED(1, "Some tasks failed, or a line was not understood."),

    /** Nothing was run: the command cannot be executed as it was typed. */
    REFUSED(2, "Wrong usage, or unreadable input."),

    /** Ctrl+C stopped it; the results up to then were written. */
    INTERRUPTED(130, "Interrupted."),

    /**
     * The reader of the output is gone: 128 + the number of SIGPIPE, the signal that ends other
     * programs then.
     */
    CUT_OFF(141, "The reader of the output has gone, as with head.");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    /** Returns all codes with their meanings, for the help. */
    static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        Arrays.stream(values()).forEach(it -> meanings.put(Integer.toString(it.code), it.meaning));
        return meanings;
    }
}
