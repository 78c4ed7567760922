package dev.overlap.engine.step;

import dev.overlap.engine.cpu.ComputeRunner;
import dev.overlap.engine.resource.ResourceAccess;
import dev.overlap.engine.resource.SharedCounter;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.plan.Step;

/**
 * The increments of one step, each a read and a write that are recorded as far as they are kept.
 *
 * <p>Threads: that of the task.
 */
final class CounterRunner {

    private final TaskExecution execution;
    private final ResourceAccess resources;
    private final String name;
    private final SharedCounter counter;
    private int done;

    CounterRunner(TaskExecution execution, ResourceAccess resources, Step.Add step) {
        this.execution = execution;
        this.resources = resources;
        this.name = step.name();
        this.counter = resources.counter(name);
    }

    /**
     * Increments without a gap.
     *
     * @param last runs once all are done, before another task computes
     */
    void increment(ComputeRunner computeRunner, int times, Runnable last) {
        boolean _ =
                computeRunner.run(
                        execution,
                        () -> write(read()),
                        times,
                        () -> {
                            count();
                            last.run();
                        });
        count(); // of a task that was stopped, too
    }

    /** Reads the counter, for a {@link #write} later. */
    long read() {
        long value = counter.read();
        record(false, value);
        return value;
    }

    /** Writes the value that was read, plus one. */
    void write(long before) {
        counter.write(before + 1);
        record(true, before + 1);
        done++;
    }

    private void record(boolean isWrite, long value) {
        resources.accessed(execution, name, isWrite, value);
    }

    /** Returns the number of increments done. */
    int done() {
        return done;
    }

    /** Records the totals so far. */
    void count() {
        resources.counted(execution, name);
    }
}
