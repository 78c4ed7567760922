package dev.overlap.engine;

import dev.overlap.plan.Site;
import dev.overlap.trace.Outcome;

/**
 * Carries computations out: a fixed amount of arithmetic, as much as takes the wanted CPU time
 * alone on one core. Where tasks compete for the cores, the time on the wall grows and the CPU time
 * stays.
 *
 * <p>Threads: computes on the calling thread; stopping the task ends it within a chunk, far below a
 * millisecond once the code is compiled.
 */
record Computing(Turns turns) {

    /** How often the CPU time so far is told: every ten milliseconds or so. */
    private static final int CHUNKS_A_REPORT = 256;

    /**
     * The outcome; recorded before the turn is given back, so that the task's time does not reach
     * into that of the next one.
     */
    Outcome run(Carry carry, Site.Compute site) {
        long chunks = MachinePace.ofThisMachine().chunks(site.time());
        if (!turns.take(carry)) {
            return new Outcome.Cancelled();
        }
        try {
            boolean whole = compute(carry, chunks);
            Outcome outcome = whole ? new Outcome.Computed() : new Outcome.Cancelled();
            carry.record(outcome);
            return outcome;
        } finally {
            turns.giveBack(carry);
        }
    }

    /** Whether it came to its end. */
    private boolean compute(Carry carry, long chunks) {
        long begin = CpuClock.nanos();
        try {
            for (long chunk = 1; chunk <= chunks; chunk++) {
                Arithmetic.chunk();
                if (chunk % CHUNKS_A_REPORT == 0) {
                    report(carry, begin);
                }
                if (chunk < chunks && !turns.goOn(carry)) {
                    return false;
                }
            }
            return true;
        } finally {
            report(carry, begin);
        }
    }

    private static void report(Carry carry, long begin) {
        if (begin >= 0) {
            carry.recorder().cpu(carry.index(), CpuClock.nanos() - begin);
        }
    }
}
