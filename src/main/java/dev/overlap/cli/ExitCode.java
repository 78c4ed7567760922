package dev.overlap.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a command says to the shell at its end. Scripts depend on the numbers. */
public enum ExitCode {
    /** Every task was answered or computed. */
    DONE(0, "All tasks completed."),

    /** What there is was written all the same. */
    FAILED(1, "Some tasks failed, or a line was not understood."),

    /** Nothing was run. */
    REFUSED(2, "Wrong usage, or unreadable input."),

    /** Ctrl+C came; what there was by then is written. */
    INTERRUPTED(130, "Interrupted."),

    /**
     * As {@code head} does: 128 + the number of the signal that ends other programs then, SIGPIPE.
     */
    CUT_OFF(141, "The reader of the output has gone, as with head.");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    /** All codes with their meanings, for the help. */
    static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        Arrays.stream(values()).forEach(it -> meanings.put(Integer.toString(it.code), it.meaning));
        return meanings;
    }
}
