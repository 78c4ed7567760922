package dev.overlap.cli;

import dev.overlap.concurrency.Run;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Task;
import dev.overlap.runtime.EngineSession;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Runs nothing and records an outcome for each site at once: {@code lab:/reset} fails, {@code
 * lab:/hang} runs until it is cancelled, {@code lab:/fault} breaks off the run, everything else is
 * answered with 200.
 */
public final class FakeEngineSession implements EngineSession {

    final List<Plan> plans = new ArrayList<>();
    boolean closed;

    /** Whether there is no Python that could run plans. */
    boolean hasNoPython;

    @Override
    public Run start(Plan plan) {
        plans.add(plan);
        return new FakeRun(plan);
    }

    @Override
    public Optional<String> missing(Plan plan) {
        boolean isPython = plan.model().startsWith(Plan.PYTHON);
        return hasNoPython && isPython ? Optional.of("Install a Python.") : Optional.empty();
    }

    @Override
    public void close() {
        closed = true;
    }

    private static final class FakeRun implements Run {
        private final Plan plan;
        private final TraceRecorder recorder;
        private final CompletableFuture<Void> done = new CompletableFuture<>();

        FakeRun(Plan plan) {
            this.plan = plan;
            List<String> labels = plan.tasks().stream().map(Task::label).toList();
            recorder = new TraceRecorder(new Trace(labels));
            recorder.begin();
            plan.tasks().forEach(this::perform);
            if (labels.contains("lab:/fault")) {
                finish();
                done.completeExceptionally(new IllegalStateException("a screw is loose"));
            } else if (!labels.contains("lab:/hang")) {
                finish();
                done.complete(null);
            }
        }

        private void perform(Task task) {
            recorder.enter(task.index(), Phase.WAIT);
            switch (task.label()) {
                case "lab:/hang" -> {}
                case "lab:/reset" -> recorder.end(task.index(), reset(task));
                default -> recorder.end(task.index(), new Outcome.Answered(200, 1));
            }
        }

        private static Outcome reset(Task task) {
            return new Outcome.Failed(FailureKind.RESET, task.label() + " reset it. Try again.");
        }

        private void finish() {
            recorder.finish();
        }

        @Override
        public long cpuNanos() {
            return 20_000_000;
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
            plan.tasks().forEach(task -> recorder.end(task.index(), new Outcome.Cancelled()));
            finish();
            done.complete(null);
        }

        @Override
        public CompletionStage<Void> done() {
            return done;
        }
    }
}
