package dev.overlap.engine.cpu;

import dev.overlap.engine.task.TaskExecution;
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
public record ComputeRunner(ComputePermit permit) {

    /** How often the CPU time so far is told: every ten milliseconds or so. */
    private static final int CHUNKS_A_REPORT = 256;

    /**
     * The outcome; recorded before the turn is given back, so that the task's time does not reach
     * into that of the next one.
     */
    public Outcome run(TaskExecution execution, Site.Compute site) {
        long chunks = CpuCalibration.ofThisMachine().chunks(site.time());
        if (!permit.take(execution)) {
            return new Outcome.Cancelled();
        }
        try {
            boolean whole = compute(execution, chunks);
            Outcome outcome = whole ? new Outcome.Computed() : new Outcome.Cancelled();
            execution.record(outcome);
            return outcome;
        } finally {
            permit.giveBack(execution);
        }
    }

    /** Whether it came to its end. */
    private boolean compute(TaskExecution execution, long chunks) {
        long begin = ThreadCpuTime.nanos();
        try {
            for (long chunk = 1; chunk <= chunks; chunk++) {
                CalibratedWork.chunk();
                if (chunk % CHUNKS_A_REPORT == 0) {
                    report(execution, begin);
                }
                if (chunk < chunks && !permit.goOn(execution)) {
                    return false;
                }
            }
            return true;
        } finally {
            report(execution, begin);
        }
    }

    private static void report(TaskExecution execution, long begin) {
        if (begin >= 0) {
            execution.recorder().cpu(execution.index(), ThreadCpuTime.nanos() - begin);
        }
    }
}
