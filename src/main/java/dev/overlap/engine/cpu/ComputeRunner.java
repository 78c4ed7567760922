package dev.overlap.engine.cpu;

import dev.overlap.engine.task.TaskExecution;
import dev.overlap.plan.Step;
import dev.overlap.trace.Outcome;

/**
 * Executes computations: a fixed amount of arithmetic that takes the requested CPU time on one
 * otherwise idle core. Where tasks compete for cores, the wall time grows and the CPU time does
 * not.
 *
 * <p>Threads: computes on the calling thread; stopping the task ends it within a chunk, far below a
 * millisecond once the code is compiled.
 */
public record ComputeRunner(ComputePermit permit) {

    /** The interval at which the CPU time is reported: about every ten milliseconds. */
    private static final int CHUNKS_PER_REPORT = 256;

    /**
     * Computes and returns the outcome, which is recorded before the permit is released, so that
     * the task's time does not overlap that of the next one.
     */
    public Outcome run(TaskExecution execution, Step.Compute site) {
        long chunks = CpuCalibration.ofThisMachine().chunks(site.time());
        if (!permit.acquire(execution)) {
            return new Outcome.Cancelled();
        }
        try {
            boolean whole = compute(execution, chunks);
            Outcome outcome = whole ? new Outcome.Computed() : new Outcome.Cancelled();
            execution.record(outcome);
            return outcome;
        } finally {
            permit.release(execution);
        }
    }

    /** Computes; returns whether all chunks were done. */
    private boolean compute(TaskExecution execution, long chunks) {
        long begin = ThreadCpuTime.nanos();
        try {
            for (long chunk = 1; chunk <= chunks; chunk++) {
                CalibratedWork.chunk();
                if (chunk % CHUNKS_PER_REPORT == 0) {
                    report(execution, begin);
                }
                if (chunk < chunks && !permit.mayContinue(execution)) {
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
