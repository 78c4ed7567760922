package dev.overlap.engine.cpu;

/**
 * Arithmetic in chunks of a fixed size, a few dozen microseconds each: small enough to be stopped
 * between two of them, large enough that looking whether to stop costs nothing.
 *
 * <p>Problem: a compiler removes work whose result nobody uses, and folds loops that it sees
 * through. Remedy: each step needs the one before it and mixes all bits (xorshift, Marsaglia 2003,
 * with the shifts 13, 7 and 17), and the result of each chunk is compared with the known one.
 *
 * <p>Threads: any; touches no memory.
 */
final class CalibratedWork {

    private static final int STEPS = 16_384;
    private static final long SEED = 0x9E37_79B9_7F4A_7C15L;
    private static final long RESULT = 0x2F16_C105_FB71_6E09L;

    private CalibratedWork() {}

    /**
     * Does one chunk.
     *
     * @throws IllegalStateException if this machine computes wrongly
     */
    static void chunk() {
        if (mixed(STEPS) != RESULT) {
            throw new IllegalStateException("this machine computes wrongly");
        }
    }

    static long mixed(int steps) {
        long x = SEED;
        for (int step = 0; step < steps; step++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        return x;
    }
}
