package dev.overlap.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * What the window itself has used of the processor: a run must not be charged for being watched.
 *
 * <p>Threads: any.
 */
final class RenderCpuTime {

    /** The two threads of JavaFX that lay out and paint; they live as long as the window. */
    private static final String LAYING_OUT = "JavaFX Application Thread";

    private static final String PAINTING = "QuantumRenderer";

    private RenderCpuTime() {}

    /** The processor time of the threads that draw, in nanoseconds; 0 where nobody tells. */
    static long nanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return threads.isThreadCpuTimeSupported()
                ? Thread.getAllStackTraces().keySet().stream()
                        .filter(RenderCpuTime::draws)
                        .mapToLong(
                                thread -> Math.max(0, threads.getThreadCpuTime(thread.threadId())))
                        .sum()
                : 0;
    }

    private static boolean draws(Thread thread) {
        return thread.getName().equals(LAYING_OUT) || thread.getName().startsWith(PAINTING);
    }
}
