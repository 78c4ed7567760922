package dev.overlap.engine.cpu;

import java.time.Duration;

/**
 * How fast this machine does {@link CalibratedWork}, alone on one core. Measured once a Java
 * machine, when it is first asked for, in some 300 ms; that also has the arithmetic compiled, so it
 * is asked for before time zero.
 *
 * <p>The measure is the calling thread's own CPU time, so that a busy machine does not falsify it.
 * Where that clock ticks coarsely, as on Windows by 16 ms, each sample goes from tick to tick. The
 * fastest sample counts: what disturbs can only slow down. Samples are taken until none has been
 * faster for a while, since the compilers come in when they like.
 *
 * @param chunkNanos the CPU time of one chunk
 */
public record CpuCalibration(double chunkNanos) {

    private static final long SAMPLE_NANOS = 20_000_000;
    private static final int MAX_SAMPLES = 60;

    /** So many samples in a row without a better one end the search. */
    private static final int PATIENCE = 8;

    /** What counts as better: by more than this share. */
    private static final double BETTER = 0.98;

    /** Measured on first use: the Java machine sees to it that this happens once. */
    private static final class Once {
        static final CpuCalibration PACE = measured();
    }

    public static CpuCalibration ofThisMachine() {
        return Once.PACE;
    }

    /** How much arithmetic takes that long. */
    long chunks(Duration time) {
        return Math.max(1, Math.round(time.toNanos() / chunkNanos));
    }

    private static CpuCalibration measured() {
        double best = sample();
        int inVain = 0;
        for (int n = 1; n < MAX_SAMPLES && inVain < PATIENCE; n++) {
            double next = sample();
            inVain = next < best * BETTER ? 0 : inVain + 1;
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
