package dev.overlap.ui;

import dev.overlap.concurrency.Run;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Task;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;
import dev.overlap.trace.WorkerTrack;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A run driven step by step by the test. */
public final class FakeRun implements Run {

    private final Plan plan;
    private final TraceRecorder recorder;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    public FakeRun(Plan plan) {
        this.plan = plan;
        recorder = new TraceRecorder(new Trace(plan.tasks().stream().map(Task::label).toList()));
        recorder.begin();
        recorder.addWorker("loop-1", WorkerTrack.Role.LOOP);
        recorder.helper("timer");
        recorder.helper("resolver");
    }

    public TraceRecorder recorder() {
        return recorder;
    }

    /** Lets all tasks wait for their responses. */
    public FakeRun allWait() {
        for (int task = 0; task < trace().tasks().size(); task++) {
            recorder.setWorker(task, 0);
            recorder.enter(task, Phase.CONNECT);
            recorder.enter(task, Phase.WAIT);
        }
        return this;
    }

    /** Answers all tasks that have not ended, and finishes the run. */
    public void allAnswered() {
        allAnsweredAfter(0);
    }

    /**
     * Like {@link #allAnswered}, with a later timestamp, so that a test need not wait for a long
     * run.
     */
    public void allAnsweredAfter(long nanos) {
        end(new Outcome.Answered(200, 12), System.nanoTime() + nanos);
    }

    private void end(Outcome outcome, long nanoTime) {
        for (int task = 0; task < trace().tasks().size(); task++) {
            recorder.end(task, outcome, nanoTime);
        }
        recorder.finish();
        done.complete(null);
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public Trace trace() {
        return recorder.trace();
    }

    @Override
    public void cancel() {
        end(new Outcome.Cancelled(), System.nanoTime());
    }

    @Override
    public CompletionStage<Void> done() {
        return done;
    }
}
