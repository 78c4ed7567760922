package dev.overlap.engine.step;

import dev.overlap.engine.task.TaskExecution;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TraceRecorder;

import java.util.List;

/**
 * How far a task has come with its steps, and what they have led to so far. Records the begin and
 * end of each step, unless there is only one.
 *
 * <p>Threads: one at a time.
 */
final class StepProgress {

    private final TaskExecution execution;
    private final List<Instruction> instructions;
    private final boolean recorded;
    private int next;
    private long bytesBefore;
    private Outcome outcome = new Outcome.Done();

    StepProgress(TaskExecution execution) {
        this.execution = execution;
        instructions = Instruction.of(execution.task().steps());
        recorded = !execution.task().steps().isSingle();
    }

    boolean hasNext() {
        return next < instructions.size();
    }

    /** Begins the next instruction. */
    Instruction begin() {
        Instruction instruction = instructions.get(next++);
        execution.setStep(instruction.number());
        bytesBefore = execution.bytes();
        if (recorded && !instruction.leaves()) {
            recorder().beginStep(execution.index(), instruction.number(), System.nanoTime());
        }
        return instruction;
    }

    /** Notes that an instruction is done. */
    void done(Instruction instruction, Outcome result) {
        outcome = merge(result);
        if (recorded && instruction.ends()) {
            recorder().endStep(execution.index(), instruction.number(), System.nanoTime());
        }
    }

    /**
     * Notes that an instruction that computed is done: to be called while the task may still
     * compute, so that it is recorded as computing no longer before the next one does.
     */
    void computed(Instruction instruction, Outcome result) {
        done(instruction, result);
        if (hasNext()) {
            execution.enter(Phase.READY);
        } else {
            execution.record(outcome);
        }
    }

    /** An answer counts more than a computation, and that more than nothing. */
    private Outcome merge(Outcome result) {
        return switch (result) {
            case Outcome.Answered(int status, long bytes) ->
                    new Outcome.Answered(status, bytes - bytesBefore);
            case Outcome.Computed computed ->
                    outcome instanceof Outcome.Answered ? outcome : computed;
            case Outcome.Done _, Outcome.Failed _, Outcome.Cancelled _ -> outcome;
        };
    }

    /** Returns the outcome of all steps so far. */
    Outcome outcome() {
        return outcome;
    }

    private TraceRecorder recorder() {
        return execution.recorder();
    }
}
