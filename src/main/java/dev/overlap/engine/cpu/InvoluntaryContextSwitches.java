package dev.overlap.engine.cpu;

import dev.overlap.trace.ContextSwitches;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often the system took the processor from a thread that could have gone on: its involuntary
 * context switches. Linux tells, in {@code /proc/PID/task/TID/status} (proc(5)); elsewhere, and for
 * virtual threads, which the system does not know, the answer is {@link ContextSwitches#UNKNOWN}.
 *
 * <p>Cost: 15 to 30 microseconds a look, so one is taken for each task and not for each step.
 */
public final class InvoluntaryContextSwitches {

    private static final Path OWN = Path.of("/proc/thread-self");
    private static final Pattern LINE = Pattern.compile("nonvoluntary_ctxt_switches:\\s*(\\d+)");

    private InvoluntaryContextSwitches() {}

    /** Of the calling thread, since it was started. */
    public static long ofThisThread() {
        return Thread.currentThread().isVirtual()
                ? ContextSwitches.UNKNOWN
                : in(OWN.resolve("status"));
    }

    /** Where the system tells of the calling thread, for others to look; null if nowhere. */
    public static @Nullable Path placeOfThisThread() {
        try {
            return OWN.resolveSibling(Files.readSymbolicLink(OWN)).resolve("status");
        } catch (IOException | UnsupportedOperationException e) {
            return null; // this is not Linux
        }
    }

    /** What stands at such a place; unknown where there is none, or its thread has ended. */
    public static long in(@Nullable Path place) {
        if (place == null) {
            return ContextSwitches.UNKNOWN;
        }
        try {
            String status = Files.readString(place, StandardCharsets.ISO_8859_1);
            Matcher line = LINE.matcher(status);
            return line.find() ? Long.parseLong(line.group(1)) : ContextSwitches.UNKNOWN;
        } catch (IOException e) {
            return ContextSwitches.UNKNOWN;
        }
    }
}
