package dev.overlap.engine.cpu;

import dev.overlap.engine.task.TaskExecution;
import dev.overlap.plan.Step;

/**
 * Executes work that only computes, in chunks between which it can be stopped or give way. A
 * computation is a fixed amount of arithmetic that takes the requested CPU time on one otherwise
 * idle core: where tasks compete for cores, the wall time grows and the CPU time does not.
 *
 * <p>Threads: computes on the calling thread; stopping the task ends it within a chunk, far below a
 * millisecond once the code is compiled.
 */
public record ComputeRunner(ComputePermit permit) {

    /** The interval at which the CPU time is reported: for arithmetic about every 10 ms. */
    private static final int CHUNKS_PER_REPORT = 256;

    /** A chunk of work. */
    @FunctionalInterface
    public interface Chunk {
        void run();
    }

    /**
     * Computes one piece of a computation.
     *
     * @param piece its number, from 0
     * @param last runs when the piece is done, before the permit is released, so that the task's
     *     COMPUTE does not overlap that of the next one
     * @return false if the task was stopped
     */
    public boolean run(TaskExecution execution, Step.Compute step, int piece, Runnable last) {
        long all = CpuCalibration.ofThisMachine().chunks(step.time());
        long chunks = all * (piece + 1) / step.pieces() - all * piece / step.pieces();
        return run(execution, CalibratedWork::chunk, chunks, last);
    }

    /** As above, for other work. */
    public boolean run(TaskExecution execution, Chunk chunk, long chunks, Runnable last) {
        if (!permit.acquire(execution)) {
            return false;
        }
        try {
            boolean whole = compute(execution, chunk, chunks);
            if (whole) {
                last.run();
            }
            return whole;
        } finally {
            permit.release(execution);
        }
    }

    /** Computes; returns whether all chunks were done. */
    private boolean compute(TaskExecution execution, Chunk work, long chunks) {
        long begin = ThreadCpuTime.nanos();
        try {
            for (long chunk = 1; chunk <= chunks; chunk++) {
                work.run();
                if (chunk % CHUNKS_PER_REPORT == 0) {
                    report(execution, begin, false);
                }
                if (chunk < chunks && !permit.mayContinue(execution)) {
                    return false;
                }
            }
            return true;
        } finally {
            report(execution, begin, true);
        }
    }

    private static void report(TaskExecution execution, long begin, boolean whole) {
        if (begin >= 0) {
            execution.used(ThreadCpuTime.nanos() - begin, whole);
        }
    }
}
