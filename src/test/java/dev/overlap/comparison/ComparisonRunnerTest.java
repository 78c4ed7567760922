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

/** Runs one after another: with the real engine, and with runs whose ends the test decides. */
@Timeout(60)
class ComparisonRunnerTest {

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final List<Run> started = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void endBackground() {
        background.shutdownNow();
    }

    private static ComparisonPlan programme(int runs, String site, String... models) {
        List<Variant> variants = new ArrayList<>();
        for (String model : models) {
            variants.add(new Variant(model, EngineExtension.plan(model, site)));
        }
        return new ComparisonPlan(variants, runs);
    }

    private ComparisonRunner start(ComparisonPlan comparisonPlan) {
        Engine engine = RIG.engine();
        return ComparisonRunner.start(
                comparisonPlan, plan -> noted(RIG.start(engine, plan)), background);
    }

    private Run noted(Run run) {
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
    void everyTurnIsTakenInOrderAndEveryRunIsKept() throws Exception {
        ComparisonPlan comparisonPlan =
                programme(2, "lab:/delay/40 x2", "sequential", "event-loop");
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
    void processorTimeOfARunIsThatOfTheWholeProgram() throws Exception {
        ComparisonRunner runner = start(programme(1, "cpu:60ms", "sequential"));
        await(runner);
        assertThat(runner.soFar().entries().getFirst().samples())
                .allSatisfy(
                        measurement ->
                                assertThat(measurement.cpuNanos()).isGreaterThan(30_000_000));
    }

    @Test
    void cancelledRunIsNoSampleAndNoOtherBegins() throws Exception {
        ComparisonRunner runner = start(programme(3, "lab:/hang", "threads", "event-loop"));
        Eventually.holds("a run has begun", () -> runner.now() != null);
        runner.cancel();
        await(runner);
        assertThat(started).hasSize(1);
        assertThat(runner.soFar().done()).isZero();
        assertThat(runner.soFar().finished()).isTrue();
    }

    @Test
    void runThatGoesOnIsSeenLiveInItsEntry() throws Exception {
        Hand hand = new Hand();
        ComparisonRunner runner =
                ComparisonRunner.start(
                        programme(1, "lab:/a", "a", "b"), hand::start, Runnable::run);
        assertThat(runner.now()).isEqualTo(new ScheduledRun(0, 0));
        assertThat(runner.soFar().entries().get(0).live()).isSameAs(hand.last().trace());
        hand.last().end();
        assertThat(runner.now()).isEqualTo(new ScheduledRun(1, 0));
        assertThat(runner.soFar().done()).isOne();
        assertThat(runner.soFar().entries().get(0).live()).isNull();
        assertThat(runner.soFar().entries().get(1).live()).isSameAs(hand.last().trace());
        assertThat(runner.soFar().finished()).isFalse();
        hand.last().end();
        await(runner);
    }

    @Test
    void runThatCannotStartEndsTheSeriesWithItsSentenceAndKeepsTheRest() throws Exception {
        Hand hand = new Hand();
        ComparisonRunner runner =
                ComparisonRunner.start(
                        programme(1, "lab:/a", "a", "b"), hand::start, Runnable::run);
        hand.refusal = new IllegalArgumentException("Too many open files. Choose fewer tasks.");
        hand.last().end();
        ComparisonRunException failed = failure(runner);
        assertThat(failed).hasMessage("Too many open files. Choose fewer tasks.");
        assertThat(failed.hadBegun()).isFalse();
        assertThat(runner.soFar().done()).isOne();
        assertThat(runner.soFar().finished()).isTrue();
    }

    @Test
    void runThatBreaksOffIsNoSampleAndIsTold() throws Exception {
        Hand hand = new Hand();
        ComparisonRunner runner =
                ComparisonRunner.start(programme(2, "lab:/a", "a"), hand::start, Runnable::run);
        hand.last().end();
        hand.last().breakOff(new IllegalStateException("a screw is loose"));
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
        Hand hand = new Hand();
        List<Runnable> later = new ArrayList<>();
        ComparisonRunner runner =
                ComparisonRunner.start(programme(1, "lab:/a", "a"), hand::start, later::add);
        runner.cancel();
        later.forEach(Runnable::run);
        await(runner);
        assertThat(hand.runs).isEmpty();
    }

    @Test
    void cancelThatComesWhileARunIsBeingStartedReachesIt() throws Exception {
        Hand hand = new Hand();
        List<Runnable> later = new ArrayList<>();
        ComparisonRunner[] series = new ComparisonRunner[1];
        series[0] =
                ComparisonRunner.start(
                        programme(1, "lab:/a", "a"),
                        plan -> {
                            series[0].cancel();
                            return hand.start(plan);
                        },
                        later::add);
        later.removeFirst().run();
        later.removeFirst().run();
        await(series[0]);
        assertThat(hand.last().cancelled).isTrue();
        assertThat(series[0].soFar().done()).isZero();
    }

    @Test
    void whereNoRunCanBeStartedInTheBackgroundTheSeriesEnds() throws Exception {
        Hand hand = new Hand();
        AtomicInteger left = new AtomicInteger();
        Executor tired =
                task -> {
                    if (left.getAndDecrement() <= 0) {
                        throw new OutOfMemoryError("unable to create native thread");
                    }
                    task.run();
                };
        ComparisonRunException atOnce =
                failure(ComparisonRunner.start(programme(1, "lab:/a", "a"), hand::start, tired));
        assertThat(atOnce).hasMessage("unable to create native thread");

        left.set(1);
        ComparisonRunner runner =
                ComparisonRunner.start(programme(1, "lab:/a", "a", "b"), hand::start, tired);
        hand.last().end();
        assertThat(failure(runner).hadBegun()).isTrue();
        assertThat(runner.soFar().finished()).isTrue();
    }

    @Test
    void runThatCannotBeFollowedIsCancelledAndEndsTheSeries() throws Exception {
        Hand hand = new Hand();
        hand.blind = true;
        ComparisonRunner runner =
                ComparisonRunner.start(programme(2, "lab:/a", "a"), hand::start, Runnable::run);
        assertThat(failure(runner)).hasMessageContaining("no trace");
        assertThat(hand.runs).hasSize(1);
        assertThat(hand.last().cancelled).isTrue();
    }

    @Test
    void runWhoseCancelThrowsEndsTheSeriesWhenItIsDone() throws Exception {
        Hand hand = new Hand();
        hand.stubborn = true;
        List<Runnable> later = new ArrayList<>();
        ComparisonRunner runner =
                ComparisonRunner.start(programme(2, "lab:/a", "a"), hand::start, later::add);
        later.removeFirst().run();
        assertThatThrownBy(runner::cancel).hasMessage("stubborn");
        hand.last().end();
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

    /** Starts runs that end when the test says so. */
    private static final class Hand {
        final List<ByHand> runs = new ArrayList<>();
        RuntimeException refusal;
        boolean blind;
        boolean stubborn;

        Run start(Plan plan) {
            if (refusal != null) {
                throw refusal;
            }
            ByHand run = new ByHand(plan, this);
            runs.add(run);
            return run;
        }

        ByHand last() {
            return runs.getLast();
        }
    }

    private static final class ByHand implements Run {
        private final Plan plan;
        private final Hand hand;
        private final TraceBuilder traceBuilder = TraceBuilder.of("lab:/a");
        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private boolean cancelled;

        ByHand(Plan plan, Hand hand) {
            this.plan = plan;
            this.hand = hand;
        }

        void end() {
            traceBuilder.answered(0, 200, 5).finished();
            done.complete(null);
        }

        void breakOff(Throwable fault) {
            traceBuilder.finished();
            done.completeExceptionally(fault);
        }

        @Override
        public Plan plan() {
            return plan;
        }

        @Override
        public Trace trace() {
            if (hand.blind) {
                throw new IllegalStateException("no trace");
            }
            return traceBuilder.live();
        }

        @Override
        public void cancel() {
            cancelled = true;
            if (hand.stubborn) {
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
