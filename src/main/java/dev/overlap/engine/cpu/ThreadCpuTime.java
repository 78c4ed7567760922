package dev.overlap.engine.cpu;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * The CPU time of the calling thread. It stands still while the thread waits and while others have
 * its core. No platform tells it of a virtual thread.
 */
final class ThreadCpuTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final boolean TELLS =
            THREADS.isCurrentThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled();

    private ThreadCpuTime() {}

    /** Nanoseconds that the calling thread has used, or -1 where nobody tells. */
    static long nanos() {
        return TELLS && !Thread.currentThread().isVirtual()
                ? THREADS.getCurrentThreadCpuTime()
                : -1;
    }

    /** The same, or the time on the wall where nobody tells. */
    static long nanosOrWall() {
        long nanos = nanos();
        return nanos < 0 ? System.nanoTime() : nanos;
    }
}
