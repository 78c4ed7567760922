package dev.overlap.engine;

import static dev.overlap.testkit.TraceAssertions.awaitPhase;
import static dev.overlap.testkit.TraceAssertions.failed;
import static dev.overlap.testkit.TraceAssertions.phases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.concurrency.Run;
import dev.overlap.plan.RunRules;
import dev.overlap.plan.Settings;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.Eventually;
import dev.overlap.text.WaitExplanation;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tests a step that waits for its own loop, which Python refuses: "This event loop is already
 * running".
 */
class LoopWaitingForItselfTest {

    private static final String MODEL = "loop-waits-for-itself";
    private static final Settings SHORT = Settings.DEFAULT.withTimeout(Duration.ofMillis(200));

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    @Test
    void noTaskIsEverWorkedOnAndEachEndsByItsTimeout() {
        Trace trace =
                RIG.run(
                        EngineExtension.plan(
                                MODEL,
                                SHORT,
                                "lab:/delay/5 x2",
                                "poll:lab:/jobs?takes=5",
                                "cpu:5ms"));

        for (TaskTrack task : trace.tasks()) {
            assertThat(phases(trace, task.index())).containsExactly(Phase.QUEUED, Phase.READY);
            assertThat(failed(trace, task.index()).kind()).isEqualTo(FailureKind.TIMED_OUT);
            assertThat(failed(trace, task.index()).sentence())
                    .isEqualTo(
                            task.label()
                                    + " hung for 200 ms, until its timeout: its step held the loop"
                                    + " and waited for that same loop. Await it instead of"
                                    + " blocking.");
        }
    }

    /** The lane shows what blocks the loop: each task in turn, from its begin to its timeout. */
    @Test
    void theLoopIsBusyWithTheTaskThatWaitsForIt() {
        Trace trace = RIG.run(EngineExtension.plan(MODEL, SHORT, "lab:/delay/5 x3"));

        WorkerTrack loop = trace.worker(0);
        assertThat(trace.workers()).hasSize(1);
        long timeout = SHORT.timeout().toNanos();
        List<Integer> held = // steps whose task was over are short
                IntStream.range(0, loop.slices())
                        .filter(slice -> loop.end(slice) - loop.begin(slice) >= timeout / 2)
                        .boxed()
                        .toList();
        assertThat(held).extracting(loop::task).containsExactly(0, 1, 2);
        for (int slice : held) {
            assertThat(loop.end(slice))
                    .isGreaterThanOrEqualTo(trace.task(loop.task(slice)).endNanos());
            assertThat(trace.task(loop.task(slice)).worker()).isZero();
        }
    }

    @Test
    void othersAreReadyBehindItAndTheWordsNameWhoHeldTheLoop() {
        Trace trace = RIG.run(EngineExtension.plan(MODEL, SHORT, "lab:/delay/5", "lab:/delay/6"));

        assertThat(trace.task(1).begin(1)).isLessThan(trace.task(0).endNanos());
        assertThat(words(trace, 0)).startsWith("The loop was held by a step of its own for ");
        // the loop may have had to look at a connection in between
        assertThat(words(trace, 1))
                .matches(
                        "The loop was held by (lab:/delay/5|a step of its own) for .*"
                                + " and (lab:/delay/5|a step of its own|2 others) for .*");
    }

    private static String words(Trace trace, int task) {
        return WaitExplanation.longest(trace, task, trace.wallNanos());
    }

    @Test
    void aCancelLetsTheLoopGo() {
        Run run = RIG.start(EngineExtension.plan(MODEL, "lab:/delay/5 x20"));
        awaitPhase(run.trace(), 0, Phase.READY);
        Eventually.holds("the loop is held", () -> run.trace().task(0).worker() == 0);

        run.cancel();

        assertThat(run.trace().ended()).isEqualTo(20);
        assertThat(run.done().toCompletableFuture()).succeedsWithin(Duration.ofSeconds(30));
        assertThat(run.trace().tasks())
                .extracting(TaskTrack::outcome)
                .containsOnly(new Outcome.Cancelled());
    }

    @Test
    void itsTimeoutCancelsTheOthersIfThatIsTheRule() {
        Settings settings = SHORT.withRules(RunRules.DEFAULT.withFirstFailureCancels(true));
        Trace trace = RIG.run(EngineExtension.plan(MODEL, settings, "lab:/delay/5 x9"));

        assertThat(failed(trace, 0).kind()).isEqualTo(FailureKind.TIMED_OUT);
        assertThat(trace.tasks().subList(1, 9))
                .extracting(TaskTrack::outcome)
                .containsOnly(new Outcome.Cancelled());
    }
}
