package dev.overlap.engine.cpu;

import dev.overlap.trace.metrics.ContextSwitches;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the number of involuntary context switches of a thread: how often the system preempted it
 * while it was runnable. Linux reports it in {@code /proc/PID/task/TID/status} (proc(5));
 * elsewhere, and for virtual threads, which the system does not know, the result is {@link
 * ContextSwitches#UNKNOWN}.
 *
 * <p>Cost: 15 to 30 microseconds per read, so it is read once per task and not per step.
 */
public final class InvoluntaryContextSwitches {

    private static final Path OWN = Path.of("/proc/thread-self");
    private static final Pattern LINE = Pattern.compile("nonvoluntary_ctxt_switches:\\s*(\\d+)");

    private InvoluntaryContextSwitches() {}

    /** Returns the number for the calling thread since its start. */
    public static long ofThisThread() {
        return Thread.currentThread().isVirtual()
                ? ContextSwitches.UNKNOWN
                : readFrom(OWN.resolve("status"));
    }

    /**
     * Returns the status file of the calling thread, for other threads to read; null if there is
     * none.
     */
    public static @Nullable Path statusFileOfThisThread() {
        try {
            return OWN.resolveSibling(Files.readSymbolicLink(OWN)).resolve("status");
        } catch (IOException | UnsupportedOperationException e) {
            return null; // this is not Linux
        }
    }

    /** Returns the number in a status file; unknown if it is null or its thread has ended. */
    public static long readFrom(@Nullable Path statusFile) {
        if (statusFile == null) {
            return ContextSwitches.UNKNOWN;
        }
        try {
            String status = Files.readString(statusFile, StandardCharsets.ISO_8859_1);
            Matcher line = LINE.matcher(status);
            return line.find() ? Long.parseLong(line.group(1)) : ContextSwitches.UNKNOWN;
        } catch (IOException e) {
            return ContextSwitches.UNKNOWN;
        }
    }
}
