package dev.overlap.ui;

import dev.overlap.chart.background.TraceCalculator;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Measures the CPU time used by the window itself, so that it is not charged to a run.
 *
 * <p>Threads: any.
 */
final class RenderCpuTime {

    /** The threads for layout, painting and figures; they live as long as the window. */
    private static final String LAYOUT_THREAD = "JavaFX Application Thread";

    private static final String RENDER_THREAD_PREFIX = "QuantumRenderer";

    private RenderCpuTime() {}

    /**
     * Returns the CPU time of the drawing threads, in nanoseconds; 0 if the JVM does not support
     * it.
     */
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
        return thread.getName().equals(LAYOUT_THREAD)
                || thread.getName().equals(TraceCalculator.THREAD)
                || thread.getName().startsWith(RENDER_THREAD_PREFIX);
    }
}
