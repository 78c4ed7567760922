package dev.overlap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.overlap.compare.Comparison;
import dev.overlap.compare.Entry;
import dev.overlap.compare.Programme;
import dev.overlap.compare.Programme.Turn;
import dev.overlap.compare.Sample;
import dev.overlap.compare.Variant;
import dev.overlap.plan.Plan;
import dev.overlap.testkit.Eventually;
import dev.overlap.testkit.Rig;
import dev.overlap.testkit.Story;
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
class SeriesTest {

    @RegisterExtension static final Rig RIG = new Rig();

    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final List<Run> started = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void endBackground() {
        background.shutdownNow();
    }

    private static Programme programme(int runs, String site, String... models) {
        List<Variant> variants = new ArrayList<>();
        for (String model : models) {
            variants.add(new Variant(model, Rig.plan(model, site)));
        }
        return new Programme(variants, runs);
    }

    private Series start(Programme programme) {
        Engine engine = RIG.engine();
        return Series.start(programme, plan -> noted(RIG.start(engine, plan)), background);
    }

    private Run noted(Run run) {
        assertThat(started).allMatch(before -> before.done().toCompletableFuture().isDone());
        started.add(run);
        return run;
    }

    private static void await(Series series) throws Exception {
        series.done().toCompletableFuture().get(40, TimeUnit.SECONDS);
    }

    private static TurnFailed failure(Series series) throws Exception {
        try {
            await(series);
        } catch (ExecutionException e) {
            return (TurnFailed) e.getCause();
        }
        throw new AssertionError("the series did not break off");
    }

    @Test
    void everyTurnIsTakenInOrderAndEveryRunIsKept() throws Exception {
        Programme programme = programme(2, "lab:/delay/40 x2", "sequential", "event-loop");
        Series series = start(programme);
        await(series);
        assertThat(started)
                .extracting(run -> run.plan().model())
                .containsExactly("sequential", "event-loop", "event-loop", "sequential");
        Comparison comparison = series.soFar();
        assertThat(comparison.finished()).isTrue();
        assertThat(traces(comparison))
                .containsExactly(
                        started.get(0).trace(),
                        started.get(3).trace(),
                        started.get(1).trace(),
                        started.get(2).trace());
        assertThat(comparison.entries()).allMatch(entry -> entry.live() == null);
        assertThat(series.now()).isNull();
    }

    @Test
    void processorTimeOfARunIsThatOfTheWholeProgram() throws Exception {
        Series series = start(programme(1, "cpu:60ms", "sequential"));
        await(series);
        assertThat(series.soFar().entries().getFirst().samples())
                .allSatisfy(sample -> assertThat(sample.cpuNanos()).isGreaterThan(30_000_000));
    }

    @Test
    void cancelledRunIsNoSampleAndNoOtherBegins() throws Exception {
        Series series = start(programme(3, "lab:/hang", "threads", "event-loop"));
        Eventually.holds("a run has begun", () -> series.now() != null);
        series.cancel();
        await(series);
        assertThat(started).hasSize(1);
        assertThat(series.soFar().done()).isZero();
        assertThat(series.soFar().finished()).isTrue();
    }

    @Test
    void runThatGoesOnIsSeenLiveInItsEntry() throws Exception {
        Hand hand = new Hand();
        Series series = Series.start(programme(1, "lab:/a", "a", "b"), hand::start, Runnable::run);
        assertThat(series.now()).isEqualTo(new Turn(0, 0));
        assertThat(series.soFar().entries().get(0).live()).isSameAs(hand.last().trace());
        hand.last().end();
        assertThat(series.now()).isEqualTo(new Turn(1, 0));
        assertThat(series.soFar().done()).isOne();
        assertThat(series.soFar().entries().get(0).live()).isNull();
        assertThat(series.soFar().entries().get(1).live()).isSameAs(hand.last().trace());
        assertThat(series.soFar().finished()).isFalse();
        hand.last().end();
        await(series);
    }

    @Test
    void runThatCannotStartEndsTheSeriesWithItsSentenceAndKeepsTheRest() throws Exception {
        Hand hand = new Hand();
        Series series = Series.start(programme(1, "lab:/a", "a", "b"), hand::start, Runnable::run);
        hand.refusal = new IllegalArgumentException("Too many open files. Choose fewer tasks.");
        hand.last().end();
        TurnFailed failed = failure(series);
        assertThat(failed).hasMessage("Too many open files. Choose fewer tasks.");
        assertThat(failed.hadBegun()).isFalse();
        assertThat(series.soFar().done()).isOne();
        assertThat(series.soFar().finished()).isTrue();
    }

    @Test
    void runThatBreaksOffIsNoSampleAndIsTold() throws Exception {
        Hand hand = new Hand();
        Series series = Series.start(programme(2, "lab:/a", "a"), hand::start, Runnable::run);
        hand.last().end();
        hand.last().breakOff(new IllegalStateException("a screw is loose"));
        TurnFailed failed = failure(series);
        assertThat(failed)
                .hasMessage(
                        "Overlap itself failed while it ran a: java.lang.IllegalStateException: a"
                                + " screw is loose. What was measured until then is kept.");
        assertThat(failed.hadBegun()).isTrue();
        assertThat(series.soFar().done()).isOne();
    }

    @Test
    void cancelBeforeTheFirstRunStartsNone() throws Exception {
        Hand hand = new Hand();
        List<Runnable> later = new ArrayList<>();
        Series series = Series.start(programme(1, "lab:/a", "a"), hand::start, later::add);
        series.cancel();
        later.forEach(Runnable::run);
        await(series);
        assertThat(hand.runs).isEmpty();
    }

    @Test
    void cancelThatComesWhileARunIsBeingStartedReachesIt() throws Exception {
        Hand hand = new Hand();
        List<Runnable> later = new ArrayList<>();
        Series[] series = new Series[1];
        series[0] =
                Series.start(
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
        TurnFailed atOnce = failure(Series.start(programme(1, "lab:/a", "a"), hand::start, tired));
        assertThat(atOnce).hasMessage("unable to create native thread");

        left.set(1);
        Series series = Series.start(programme(1, "lab:/a", "a", "b"), hand::start, tired);
        hand.last().end();
        assertThat(failure(series).hadBegun()).isTrue();
        assertThat(series.soFar().finished()).isTrue();
    }

    @Test
    void runThatCannotBeFollowedIsCancelledAndEndsTheSeries() throws Exception {
        Hand hand = new Hand();
        hand.blind = true;
        Series series = Series.start(programme(2, "lab:/a", "a"), hand::start, Runnable::run);
        assertThat(failure(series)).hasMessageContaining("no trace");
        assertThat(hand.runs).hasSize(1);
        assertThat(hand.last().cancelled).isTrue();
    }

    @Test
    void runWhoseCancelThrowsEndsTheSeriesWhenItIsDone() throws Exception {
        Hand hand = new Hand();
        hand.stubborn = true;
        List<Runnable> later = new ArrayList<>();
        Series series = Series.start(programme(2, "lab:/a", "a"), hand::start, later::add);
        later.removeFirst().run();
        assertThatThrownBy(series::cancel).hasMessage("stubborn");
        hand.last().end();
        later.removeFirst().run();
        await(series);
        assertThat(series.soFar().done()).isZero();
    }

    private static List<Trace> traces(Comparison comparison) {
        return comparison.entries().stream()
                .map(Entry::samples)
                .flatMap(List::stream)
                .map(Sample::trace)
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
        private final Story story = Story.of("lab:/a");
        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private boolean cancelled;

        ByHand(Plan plan, Hand hand) {
            this.plan = plan;
            this.hand = hand;
        }

        void end() {
            story.answered(0, 200, 5).finished();
            done.complete(null);
        }

        void breakOff(Throwable fault) {
            story.finished();
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
            return story.live();
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
