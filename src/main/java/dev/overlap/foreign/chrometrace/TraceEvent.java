package dev.overlap.foreign.chrometrace;

import dev.overlap.foreign.JsonNumbers;

import java.util.HashMap;
import java.util.Map;

/** One event of a file, as far as it matters; reused for the next one. */
final class TraceEvent {

    /** Its kind: the letter in {@code ph}; 0 if there is none. */
    char kind;

    /** In nanoseconds, or {@link JsonNumbers#NONE}. */
    long time;

    /** In nanoseconds, or {@link JsonNumbers#NONE}. */
    long duration;

    String process = "";
    String thread = "";
    String name = "";
    String category = "";

    /** Which of several simultaneous operations it belongs to; empty if none. */
    String id = "";

    /** The arguments that matter; numbers and texts only. */
    final Map<String, String> arguments = new HashMap<>();

    void clear() {
        kind = 0;
        time = JsonNumbers.NONE;
        duration = JsonNumbers.NONE;
        process = "";
        thread = "";
        name = "";
        category = "";
        id = "";
        arguments.clear();
    }

    boolean isTimed() {
        return time != JsonNumbers.NONE;
    }
}
