package dev.overlap.engine;

import com.sun.management.OperatingSystemMXBean;

import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.lang.management.ManagementFactory;

/** The processor time that this whole process has used, on all cores together. */
final class ProcessCpu {

    private static final long UNKNOWN = -1;

    private ProcessCpu() {}

    /** Nanoseconds since the process began, or -1 where the system does not tell. */
    static long nanos() {
        @Nullable OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system == null ? UNKNOWN : system.getProcessCpuTime();
    }

    /**
     * What a run has cost: this process since a reading, and the run's worker processes.
     *
     * @param before what {@link #nanos} gave before the run
     * @return nanoseconds, or -1 where the system does not tell
     */
    static long ofRun(long before, Trace finished) {
        long after = nanos();
        return before < 0 || after < 0
                ? UNKNOWN
                : after - before + Math.max(0, finished.processCpuNanos());
    }
}
