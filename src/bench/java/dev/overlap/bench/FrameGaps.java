package dev.overlap.bench;

import javafx.animation.AnimationTimer;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * The gaps between the frames of the JavaFX thread, and how much of each that thread computed
 * itself: the rest it waited for a processor, which run, lab and rendering need too. JavaFX asks
 * for 60 frames per second, so no stall at all is a gap of 17 ms.
 */
final class FrameGaps extends AnimationTimer {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long LONG_NANOS = 33_400_000;

    private long first;
    private long last;
    private long lastCpu;
    private int frames;
    private int stalls;
    private long longest;
    private long longestCpu;
    private long mostCpu;

    @Override
    public void handle(long pulse) {
        long now = System.nanoTime();
        long cpu = THREADS.getCurrentThreadCpuTime();
        if (frames == 0) {
            first = now;
        } else {
            gap(now - last, cpu - lastCpu);
        }
        frames++;
        last = now;
        lastCpu = cpu;
    }

    private void gap(long nanos, long cpu) {
        if (nanos > longest) {
            longest = nanos;
            longestCpu = cpu;
        }
        mostCpu = Math.max(mostCpu, cpu);
        stalls += nanos > LONG_NANOS ? 1 : 0;
    }

    double seconds() {
        return (last - first) / 1e9;
    }

    double framesPerSecond() {
        return count() / seconds();
    }

    /** The number of gaps. */
    int count() {
        return frames - 1;
    }

    /** The number of gaps over 33 ms. */
    int stalls() {
        return stalls;
    }

    double longestMillis() {
        return longest / 1e6;
    }

    /** What the thread computed in the longest gap. */
    double computedInLongestMillis() {
        return longestCpu / 1e6;
    }

    /** The most that the thread computed in any gap. */
    double mostComputedMillis() {
        return mostCpu / 1e6;
    }
}
