package dev.overlap.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.overlap.comparison.ComparisonPlan.ScheduledRun;
import dev.overlap.concurrency.Run;
import dev.overlap.engine.Engine;
import dev.overlap.plan.Plan;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.Eventually;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Tests the sequence of runs: with the real engine, and with runs ended by the test. */
@Timeout(60)
class ComparisonRunnerTest {

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final List<Run> started = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void endBackground() {
        background.shutdownNow();
    }

    private static ComparisonPlan comparisonPlanOf(int runs, String site, String... models) {
        List<Variant> variants = new ArrayList<>();
        for (String model : models) {
            variants.add(new Variant(model, EngineExtension.plan(model, site)));
        }
        return new ComparisonPlan(variants, runs);
    }

    private ComparisonRunner start(ComparisonPlan comparisonPlan) {
        Engine engine = RIG.engine();
        return ComparisonRunner.start(
                comparisonPlan, plan -> recorded(RIG.start(engine, plan)), background);
    }

    private Run recorded(Run run) {
        assertThat(started).allMatch(before -> before.done().toCompletableFuture().isDone());
        started.add(run);
        return run;
    }

    private static void await(ComparisonRunner runner) throws Exception {
        runner.done().toCompletableFuture().get(40, TimeUnit.SECONDS);
    }

    private static ComparisonRunException failure(ComparisonRunner runner) throws Exception {
        try {
            await(runner);
        } catch (ExecutionException e) {
            return (ComparisonRunException) e.getCause();
        }
        throw new AssertionError("the series did not break off");
    }

    @Test
    void everyRunIsExecutedInOrderAndKept() throws Exception {
        ComparisonPlan comparisonPlan =
                comparisonPlanOf(2, "lab:/delay/40 x2", "sequential", "event-loop");
        ComparisonRunner runner = start(comparisonPlan);
        await(runner);
        assertThat(started)
                .extracting(run -> run.plan().model())
                .containsExactly("sequential", "event-loop", "event-loop", "sequential");
        Comparison comparison = runner.soFar();
        assertThat(comparison.finished()).isTrue();
        assertThat(traces(comparison))
                .containsExactly(
                        started.get(0).trace(),
                        started.get(3).trace(),
                        started.get(1).trace(),
                        started.get(2).trace());
        assertThat(comparison.entries()).allMatch(variantResult -> variantResult.live() == null);
        assertThat(runner.now()).isNull();
    }

    @Test
    void cpuTimeOfARunIsThatOfTheWholeProgram() throws Exception {
        ComparisonRunner runner = start(comparisonPlanOf(1, "cpu:60ms", "sequential"));
        await(runner);
        assertThat(runner.soFar().entries().getFirst().samples())
                .allSatisfy(
                        measurement ->
                                assertThat(measurement.cpuNanos()).isGreaterThan(30_000_000));
    }

    @Test
    void cancelledRunIsNoMeasurementAndNoOtherBegins() throws Exception {
        ComparisonRunner runner = start(comparisonPlanOf(3, "lab:/hang", "threads", "event-loop"));
        Eventually.holds("a run has begun", () -> runner.now() != null);
        runner.cancel();
        await(runner);
        assertThat(started).hasSize(1);
        assertThat(runner.soFar().done()).isZero();
        assertThat(runner.soFar().finished()).isTrue();
    }

    @Test
    void runInProgressIsLiveInItsResult() throws Exception {
        ManualStarter starter = new ManualStarter();
        ComparisonRunner runner =
                ComparisonRunner.start(
                        comparisonPlanOf(1, "lab:/a", "a", "b"), starter::start, Runnable::run);
        assertThat(runner.now()).isEqualTo(new ScheduledRun(0, 0));
        assertThat(runner.soFar().entries().get(0).live()).isSameAs(starter.last().trace());
        starter.last().end();
        assertThat(runner.now()).isEqualTo(new ScheduledRun(1, 0));
        assertThat(runner.soFar().done()).isOne();
        assertThat(runner.soFar().entries().get(0).live()).isNull();
        assertThat(runner.soFar().entries().get(1).live()).isSameAs(starter.last().trace());
        assertThat(runner.soFar().finished()).isFalse();
        starter.last().end();
        await(runner);
    }

    @Test
    void runThatCannotStartAbortsTheComparisonAndKeepsTheRest() throws Exception {
        ManualStarter starter = new ManualStarter();
        ComparisonRunner runner =
                ComparisonRunner.start(
                        comparisonPlanOf(1, "lab:/a", "a", "b"), starter::start, Runnable::run);
        starter.refusal = new IllegalArgumentException("Too many open files. Choose fewer tasks.");
        starter.last().end();
        ComparisonRunException failed = failure(runner);
        assertThat(failed).hasMessage("Too many open files. Choose fewer tasks.");
        assertThat(failed.hadBegun()).isFalse();
        assertThat(runner.soFar().done()).isOne();
        assertThat(runner.soFar().finished()).isTrue();
    }

    @Test
    void abortedRunIsNoMeasurementAndIsReported() throws Exception {
        ManualStarter starter = new ManualStarter();
        ComparisonRunner runner =
                ComparisonRunner.start(
                        comparisonPlanOf(2, "lab:/a", "a"), starter::start, Runnable::run);
        starter.last().end();
        starter.last().abort(new IllegalStateException("a screw is loose"));
        ComparisonRunException failed = failure(runner);
        assertThat(failed)
                .hasMessage(
                        "Overlap itself failed while running a: java.lang.IllegalStateException: a"
                                + " screw is loose. What was measured by then is kept.");
        assertThat(failed.hadBegun()).isTrue();
        assertThat(runner.soFar().done()).isOne();
    }

    @Test
    void cancelBeforeTheFirstRunStartsNone() throws Exception {
        ManualStarter starter = new ManualStarter();
        List<Runnable> later = new ArrayList<>();
        ComparisonRunner runner =
                ComparisonRunner.start(
                        comparisonPlanOf(1, "lab:/a", "a"), starter::start, later::add);
        runner.cancel();
        later.forEach(Runnable::run);
        await(runner);
        assertThat(starter.runs).isEmpty();
    }

    @Test
    void cancelWhileARunIsStartingReachesIt() throws Exception {
        ManualStarter starter = new ManualStarter();
        List<Runnable> later = new ArrayList<>();
        ComparisonRunner[] created = new ComparisonRunner[1];
        created[0] =
                ComparisonRunner.start(
                        comparisonPlanOf(1, "lab:/a", "a"),
                        plan -> {
                            created[0].cancel();
                            return starter.start(plan);
                        },
                        later::add);
        later.removeFirst().run();
        later.removeFirst().run();
        await(created[0]);
        assertThat(starter.last().cancelled).isTrue();
        assertThat(created[0].soFar().done()).isZero();
    }

    @Test
    void failingBackgroundExecutorAbortsTheComparison() throws Exception {
        ManualStarter starter = new ManualStarter();
        AtomicInteger left = new AtomicInteger();
        Executor exhausted =
                task -> {
                    if (left.getAndDecrement() <= 0) {
                        throw new OutOfMemoryError("unable to create native thread");
                    }
                    task.run();
                };
        ComparisonRunException atOnce =
                failure(
                        ComparisonRunner.start(
                                comparisonPlanOf(1, "lab:/a", "a"), starter::start, exhausted));
        assertThat(atOnce).hasMessage("unable to create native thread");

        left.set(1);
        ComparisonRunner runner =
                ComparisonRunner.start(
                        comparisonPlanOf(1, "lab:/a", "a", "b"), starter::start, exhausted);
        starter.last().end();
        assertThat(failure(runner).hadBegun()).isTrue();
        assertThat(runner.soFar().finished()).isTrue();
    }

    @Test
    void runThatCannotBeTrackedIsCancelledAndAbortsTheComparison() throws Exception {
        ManualStarter starter = new ManualStarter();
        starter.blind = true;
        ComparisonRunner runner =
                ComparisonRunner.start(
                        comparisonPlanOf(2, "lab:/a", "a"), starter::start, Runnable::run);
        assertThat(failure(runner)).hasMessageContaining("no trace");
        assertThat(starter.runs).hasSize(1);
        assertThat(starter.last().cancelled).isTrue();
    }

    @Test
    void runWhoseCancelThrowsAbortsTheComparisonWhenDone() throws Exception {
        ManualStarter starter = new ManualStarter();
        starter.stubborn = true;
        List<Runnable> later = new ArrayList<>();
        ComparisonRunner runner =
                ComparisonRunner.start(
                        comparisonPlanOf(2, "lab:/a", "a"), starter::start, later::add);
        later.removeFirst().run();
        assertThatThrownBy(runner::cancel).hasMessage("stubborn");
        starter.last().end();
        later.removeFirst().run();
        await(runner);
        assertThat(runner.soFar().done()).isZero();
    }

    private static List<Trace> traces(Comparison comparison) {
        return comparison.entries().stream()
                .map(VariantResult::samples)
                .flatMap(List::stream)
                .map(Measurement::trace)
                .toList();
    }

    /** Starts runs that are ended by the test. */
    private static final class ManualStarter {
        final List<ManualRun> runs = new ArrayList<>();
        RuntimeException refusal;
        boolean blind;
        boolean stubborn;

        Run start(Plan plan) {
            if (refusal != null) {
                throw refusal;
            }
            ManualRun run = new ManualRun(plan, this);
            runs.add(run);
            return run;
        }

        ManualRun last() {
            return runs.getLast();
        }
    }

    private static final class ManualRun implements Run {
        private final Plan plan;
        private final ManualStarter starter;
        private final TraceBuilder traceBuilder = TraceBuilder.of("lab:/a");
        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private boolean cancelled;

        ManualRun(Plan plan, ManualStarter starter) {
            this.plan = plan;
            this.starter = starter;
        }

        void end() {
            traceBuilder.answered(0, 200, 5).finished();
            done.complete(null);
        }

        void abort(Throwable fault) {
            traceBuilder.finished();
            done.completeExceptionally(fault);
        }

        @Override
        public Plan plan() {
            return plan;
        }

        @Override
        public Trace trace() {
            if (starter.blind) {
                throw new IllegalStateException("no trace");
            }
            return traceBuilder.live();
        }

        @Override
        public void cancel() {
            cancelled = true;
            if (starter.stubborn) {
                throw new IllegalStateException("stubborn");
            }
            end();
        }

        @Override
        public CompletionStage<Void> done() {
            return done;
        }
    }
}
