package dev.overlap.engine.cpu;

import java.time.Duration;

/**
 * The speed of this machine at {@link CalibratedWork}, alone on one core. Measured once per JVM on
 * first use, in some 300 ms, which also gets the arithmetic compiled; so it is used before time
 * zero.
 *
 * <p>The measure is the calling thread's own CPU time, so that a busy machine does not falsify it.
 * Where that clock is coarse, as on Windows with 16 ms, each sample runs from tick to tick. The
 * fastest sample counts, since disturbances only slow down. Sampling continues until no sample has
 * been faster for a while, since the JIT compilers may come in at any time.
 *
 * @param chunkNanos the CPU time of one chunk
 */
public record CpuCalibration(double chunkNanos) {

    private static final long SAMPLE_NANOS = 20_000_000;
    private static final int MAX_SAMPLES = 60;

    /** The search ends after this many samples without a better one. */
    private static final int PATIENCE = 8;

    /** A sample is better if it takes less than this share of the best so far. */
    private static final double BETTER = 0.98;

    /** Holder, initialized on first use and only once. */
    private static final class Once {
        static final CpuCalibration MEASURED = measure();
    }

    public static CpuCalibration ofThisMachine() {
        return Once.MEASURED;
    }

    /** Returns the number of chunks that take a given CPU time. */
    long chunks(Duration time) {
        return Math.max(1, Math.round(time.toNanos() / chunkNanos));
    }

    private static CpuCalibration measure() {
        double best = sample();
        int withoutGain = 0;
        for (int n = 1; n < MAX_SAMPLES && withoutGain < PATIENCE; n++) {
            double next = sample();
            withoutGain = next < best * BETTER ? 0 : withoutGain + 1;
            best = Math.min(best, next);
        }
        return new CpuCalibration(best);
    }

    private static double sample() {
        long begin = nextTick();
        long now = begin;
        int chunks = 0;
        while (now - begin < SAMPLE_NANOS) {
            CalibratedWork.chunk();
            now = ThreadCpuTime.nanosOrWall();
            chunks++;
        }
        return (double) (now - begin) / chunks;
    }

    private static long nextTick() {
        long before = ThreadCpuTime.nanosOrWall();
        long now = before;
        while (now == before) {
            now = ThreadCpuTime.nanosOrWall();
        }
        return now;
    }
}
