package dev.overlap.engine.cpu;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * The CPU time of the calling thread, which does not advance while the thread waits or is
 * preempted. No platform reports it for virtual threads.
 */
final class ThreadCpuTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final boolean SUPPORTED =
            THREADS.isCurrentThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled();

    private ThreadCpuTime() {}

    /** Returns the CPU time of the calling thread in nanoseconds, or -1 if it is not reported. */
    static long nanos() {
        return SUPPORTED && !Thread.currentThread().isVirtual()
                ? THREADS.getCurrentThreadCpuTime()
                : -1;
    }

    /**
     * Returns the CPU time of the calling thread, or {@link System#nanoTime} if it is not reported.
     */
    static long nanosOrWall() {
        long nanos = nanos();
        return nanos < 0 ? System.nanoTime() : nanos;
    }
}
