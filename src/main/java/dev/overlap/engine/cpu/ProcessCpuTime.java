package dev.overlap.engine.cpu;

import com.sun.management.OperatingSystemMXBean;

import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/**
 * The processor time that this whole process has used, on all cores together, but for threads that
 * have no part in runs: in a window, those that draw them. The virtual machine's own threads, which
 * compile and collect, count.
 *
 * <p>Threads: any.
 *
 * @param bystanders what those threads have used so far, in nanoseconds; only grows
 */
public record ProcessCpuTime(LongSupplier bystanders) {

    private static final long UNKNOWN = -1;

    /** Nanoseconds since the process began, or -1 where the system does not tell. */
    public long nanos() {
        @Nullable OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long all = system == null ? UNKNOWN : system.getProcessCpuTime();
        return all < 0 ? UNKNOWN : Math.max(0, all - bystanders.getAsLong());
    }

    /**
     * What a run has cost: this process since a reading, and the run's worker processes.
     *
     * @param before what {@link #nanos} gave before the run
     * @return nanoseconds, or -1 where the system does not tell
     */
    public long ofRun(long before, Trace finished) {
        long after = nanos();
        return before < 0 || after < 0
                ? UNKNOWN
                : Math.max(0, after - before) + Math.max(0, finished.processCpuNanos());
    }
}
