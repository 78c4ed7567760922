package dev.overlap.engine.cpu;

import com.sun.management.OperatingSystemMXBean;

import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/**
 * The CPU time of this process over all cores, without that of threads that have no part in runs,
 * such as those that draw the window. The JVM's own compiler and GC threads count.
 *
 * <p>Threads: safe for any.
 *
 * @param bystanders the CPU time of those other threads so far, in nanoseconds; only grows
 */
public record ProcessCpuTime(LongSupplier bystanders) {

    private static final long UNKNOWN = -1;

    /**
     * Returns the CPU time in nanoseconds since the process started, or -1 if the system does not
     * report it.
     */
    public long nanos() {
        @Nullable OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long all = system == null ? UNKNOWN : system.getProcessCpuTime();
        return all < 0 ? UNKNOWN : Math.max(0, all - bystanders.getAsLong());
    }

    /**
     * Returns the CPU time of a run: of this process since a reading, and of the run's worker
     * processes.
     *
     * @param before the result of {@link #nanos} before the run
     * @return nanoseconds, or -1 if the system does not report it
     */
    public long ofRun(long before, Trace finished) {
        long after = nanos();
        return before < 0 || after < 0
                ? UNKNOWN
                : Math.max(0, after - before) + Math.max(0, finished.processCpuNanos());
    }
}
