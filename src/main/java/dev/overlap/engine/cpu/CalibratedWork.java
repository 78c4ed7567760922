package dev.overlap.engine.cpu;

/**
 * Arithmetic in chunks of fixed size, a few dozen microseconds each: small enough for a computation
 * to be stopped between two, large enough that checking for a stop costs nothing.
 *
 * <p>Problem: a compiler removes work whose result is unused and folds simple loops. Remedy: each
 * step depends on the one before and mixes all bits (xorshift, Marsaglia 2003, with the shifts 13,
 * 7 and 17), and the result of each chunk is compared with its known value.
 *
 * <p>Threads: any; touches no memory.
 */
final class CalibratedWork {

    private static final int STEPS = 16_384;
    private static final long SEED = 0x9E37_79B9_7F4A_7C15L;
    private static final long RESULT = 0x2F16_C105_FB71_6E09L;

    private CalibratedWork() {}

    /**
     * Computes one chunk.
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
