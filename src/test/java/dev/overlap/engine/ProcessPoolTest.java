package dev.overlap.engine;

import static dev.overlap.testkit.TraceAssertions.assertAllAnswered;
import static dev.overlap.testkit.TraceAssertions.assertAnswered;
import static dev.overlap.testkit.TraceAssertions.atOnce;
import static dev.overlap.testkit.TraceAssertions.awaitPhase;
import static dev.overlap.testkit.TraceAssertions.failed;
import static dev.overlap.testkit.TraceAssertions.inPhase;
import static dev.overlap.testkit.TraceAssertions.phases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.concurrency.Run;
import dev.overlap.engine.process.WorkerProcessPool;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.Settings;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.Eventually;
import dev.overlap.testkit.LogCapture;
import dev.overlap.trace.ConnectionTrack;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerStartup;
import dev.overlap.trace.WorkerTrack;
import dev.overlap.trace.metrics.Statistics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.util.List;

/** Tests what worker processes have in common with threads, their start-up, and their end. */
class ProcessPoolTest {

    private static final String MODEL = "process-pool";
    private static final Settings TWO = Settings.DEFAULT.withWorkers(2);

    /** Generous for short operations, but shorter than a task that hangs. */
    private static final Duration SOON = Duration.ofSeconds(8);

    /** More than the alignment error of clocks, even on a busy machine. */
    private static final long CLOCKS_APART_NANOS = 100_000_000;

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    @RegisterExtension final LogCapture log = new LogCapture();

    @Test
    void twoProcessesCarryFourTasksAsTwoThreadsWould() {
        Trace trace = RIG.run(EngineExtension.plan(MODEL, TWO, "lab:/delay/150 x4"));
        Trace threads = RIG.run(EngineExtension.plan("thread-pool", TWO, "lab:/delay/150 x4"));

        assertAllAnswered(trace);
        assertThat(atOnce(trace, Phase.WAIT)).isLessThanOrEqualTo(2);
        assertThat(trace.workers())
                .extracting(WorkerTrack::name)
                .containsExactly("process-1", "process-2");
        for (int task = 0; task < 4; task++) {
            assertThat(phases(trace, task)).isEqualTo(phases(threads, task));
            assertThat(trace.task(task).exchanges()).hasSize(1);
            assertThat(trace.task(task).limit(0)).isEqualTo(threads.task(task).limit(0));
        }
        assertConnectionsAreToldApart(trace);
    }

    /**
     * Asserts that connections have unique names, although each process counts its own from zero.
     */
    private static void assertConnectionsAreToldApart(Trace trace) {
        assertThat(trace.connections()).hasSizeGreaterThanOrEqualTo(2);
        for (ConnectionTrack connection : trace.connections()) {
            for (int use = 0; use < connection.uses(); use++) {
                WorkerTrack process = trace.worker(trace.task(connection.task(use)).worker());
                assertThat(connection.identity()).startsWith(process.name() + "/");
            }
        }
    }

    @Test
    void theWorkOfATaskLiesWithinASliceOfItsProcessAndBehindTheStartUp() {
        Trace trace =
                RIG.run(EngineExtension.plan(MODEL, TWO, "lab:/delay/20 x5", "lab:/redirect/2"));

        assertAllAnswered(trace);
        for (TaskTrack task : trace.tasks()) {
            WorkerTrack worker = trace.worker(task.worker());
            int slice = worker.sliceAt(task.begin(1));
            assertThat(worker.task(slice)).isEqualTo(task.index());
            assertThat(worker.end(slice)).isGreaterThanOrEqualTo(task.endNanos());
            assertThat(startUp(worker).endNanos()).isLessThanOrEqualTo(worker.begin(0));
        }
        WorkerTrack worker = trace.worker(trace.task(5).worker());
        long begin = worker.begin(worker.sliceAt(trace.task(5).begin(1)));
        assertThat(trace.task(5).exchanges())
                .isSortedAccordingTo((a, b) -> Long.compare(a.startNanos(), b.startNanos()))
                .allSatisfy(
                        exchange ->
                                assertThat(exchange.startNanos())
                                        .isBetween(begin - CLOCKS_APART_NANOS, wall(trace)))
                .hasSize(3);
        assertThat(trace.helpers()).contains("process reader");
    }

    private static long wall(Trace trace) {
        return trace.wallNanos();
    }

    @Test
    void theWallIsGivenWithAndWithoutStartUp() {
        Trace trace = RIG.run(EngineExtension.plan(MODEL, TWO, "lab:/delay/150 x2"));

        Statistics numbers = Statistics.of(trace, trace.horizonNanos());
        long shortest =
                trace.workers().stream()
                        .mapToLong(w -> startUp(w).nanos(wall(trace)))
                        .min()
                        .orElse(0);
        assertThat(shortest).isPositive();
        assertThat(numbers.startUpNanos()).isGreaterThanOrEqualTo(shortest);
        assertThat(numbers.wallWithoutStartUpNanos())
                .isBetween(numbers.longestNanos(), numbers.wallNanos());
        assertThat(trace.workers())
                .allSatisfy(worker -> assertThat(worker.cpuNanos()).isPositive());
    }

    private static WorkerStartup startUp(WorkerTrack worker) {
        WorkerStartup startUp = worker.startUp();
        assertThat(startUp).as("start-up of %s", worker.name()).isNotNull();
        return startUp;
    }

    @Test
    void aProcessThatDiesFailsItsTaskAndIsReplaced() {
        Run run =
                RIG.start(
                        EngineExtension.plan(
                                MODEL, TWO.withWorkers(1), "lab:/hang", "lab:/delay/5 x2"));
        awaitPhase(run.trace(), 0, Phase.WAIT);

        EngineExtension.processes().forEach(ProcessHandle::destroyForcibly);

        Trace trace = EngineExtension.finished(run);
        assertThat(failed(trace, 0).kind()).isEqualTo(FailureKind.WORKER_DIED);
        assertThat(failed(trace, 0).sentence())
                .startsWith("lab:/hang was not finished: its worker process died" + " (exit code ");
        assertAnswered(trace, 1);
        assertAnswered(trace, 2);
        assertThat(trace.workers())
                .extracting(WorkerTrack::name)
                .containsExactly("process-1", "process-2");
        assertThat(startUp(trace.worker(1)).inPlaceOf()).isZero();
        assertThat(trace.task(2).worker()).isEqualTo(1);
    }

    @Test
    void aProgramThatCannotBeStartedFailsEachTaskAndIsNotTriedForEver() {
        String home = System.setProperty("java.home", "/no-such-home");
        try {
            Trace trace = RIG.run(EngineExtension.plan(MODEL, TWO, "lab:/delay/5 x20"));

            assertThat(failed(trace, 19).kind()).isEqualTo(FailureKind.WORKER_DIED);
            assertThat(failed(trace, 19).sentence())
                    .startsWith(
                            "lab:/delay/5 was not started: no worker process could be started (")
                    .contains("/no-such-home");
            assertThat(trace.ended()).isEqualTo(20);
            assertThat(trace.workers()).hasSizeBetween(3, 4);
            assertThat(log.messagesOf(WorkerProcessPool.class.getPackageName()))
                    .hasSizeBetween(3, 4);
        } finally {
            System.setProperty("java.home", home);
        }
    }

    @Test
    void aProcessThatCannotBeReplacedSaysWhyNotAndNotHowTheOneBeforeDied() {
        Run run =
                RIG.start(
                        EngineExtension.plan(
                                MODEL, TWO.withWorkers(1), "lab:/hang", "lab:/delay/5"));
        awaitPhase(run.trace(), 0, Phase.WAIT);
        String home = System.setProperty("java.home", "/no-such-home");
        try {
            EngineExtension.firstProcess().destroyForcibly();

            Trace trace = EngineExtension.finished(run);
            assertThat(failed(trace, 0).sentence()).contains("(exit code ");
            assertThat(failed(trace, 1).sentence())
                    .startsWith(
                            "lab:/delay/5 was not started: no worker process could be started (")
                    .contains("/no-such-home")
                    .doesNotContain("exit code");
        } finally {
            System.setProperty("java.home", home);
        }
    }

    @Test
    void theOthersGoOnWhenOneDies() {
        Run run = RIG.start(EngineExtension.plan(MODEL, TWO, "lab:/delay/1500 x2"));
        Eventually.holds("both wait", () -> inPhase(run.trace(), Phase.WAIT) == 2);

        EngineExtension.firstProcess().destroyForcibly();

        Trace trace = EngineExtension.finished(run);
        assertThat(trace.tasks())
                .extracting(task -> task.outcome().word())
                .containsExactlyInAnyOrder("answered", "failed");
    }

    @Test
    void cancelLeavesNoProcess() {
        Run run = RIG.start(EngineExtension.plan(MODEL, TWO, "lab:/hang x5"));
        Eventually.holds("both wait", () -> inPhase(run.trace(), Phase.WAIT) == 2);
        assertThat(EngineExtension.processes()).hasSize(2);

        run.cancel();

        assertThat(run.trace().ended()).isEqualTo(5);
        assertThat(run.done().toCompletableFuture()).succeedsWithin(SOON);
        assertThat(EngineExtension.processes()).isEmpty();
    }

    @Test
    void cancelDuringStartUpLeavesNoProcess() {
        Run run = RIG.start(EngineExtension.plan(MODEL, TWO, "lab:/hang x5"));
        Eventually.holds("they start", () -> EngineExtension.processes().size() == 2);

        run.cancel();

        assertThat(run.done().toCompletableFuture()).succeedsWithin(SOON);
        assertThat(EngineExtension.processes()).isEmpty();
        assertThat(run.trace().tasks())
                .allSatisfy(task -> assertThat(task.outcome()).isEqualTo(new Outcome.Cancelled()));
    }

    @Test
    void aProcessThatIsFrozenWhileItStartsIsGoneAfterACancel() throws Exception {
        Run run = RIG.start(EngineExtension.plan(MODEL, TWO.withWorkers(1), "lab:/hang"));
        freeze(EngineExtension.firstProcess());

        run.cancel();

        assertThat(run.done().toCompletableFuture()).succeedsWithin(SOON);
        assertThat(EngineExtension.processes()).isEmpty();
        assertThat(run.trace().task(0).outcome()).isEqualTo(new Outcome.Cancelled());
    }

    /** A stopped process notices neither the end of its connection nor a signal to end. */
    @Test
    void aProcessThatIsFrozenInATaskIsGoneAfterACancel() throws Exception {
        Run run = RIG.start(EngineExtension.plan(MODEL, TWO.withWorkers(1), "lab:/hang"));
        awaitPhase(run.trace(), 0, Phase.WAIT);
        freeze(EngineExtension.firstProcess());

        run.cancel();

        assertThat(run.done().toCompletableFuture()).succeedsWithin(SOON);
        assertThat(EngineExtension.processes()).isEmpty();
    }

    @Test
    void aProcessShakesHandsAsAThreadDoesAndTrustsNobodyMore() throws Exception {
        String site = "https://localhost:" + RIG.lab().tlsUri().getPort() + "/delay/5";
        Trace trace = RIG.run(EngineExtension.plan(MODEL, TWO, site));
        Trace threads = RIG.run(EngineExtension.plan("thread-pool", TWO, site));

        assertThat(phases(trace, 0)).isEqualTo(phases(threads, 0)).contains(Phase.TLS);
        assertThat(failed(trace, 0)).isEqualTo(failed(threads, 0));
        assertThat(failed(trace, 0).kind()).isEqualTo(FailureKind.TLS_UNTRUSTED);
    }

    /** The timeout runs in the parent, so no worker process can exceed it. */
    @Test
    void aProcessThatDoesNotAnswerAnyMoreIsReplacedWhenItsTaskIsOverdue() throws Exception {
        Settings settings = Settings.DEFAULT.withWorkers(1).withTimeout(Duration.ofSeconds(4));
        Run run = RIG.start(EngineExtension.plan(MODEL, settings, "lab:/hang", "lab:/delay/5"));
        awaitPhase(run.trace(), 0, Phase.WAIT);

        freeze(EngineExtension.firstProcess());

        Trace trace = EngineExtension.finished(run);
        assertThat(failed(trace, 0).kind()).isEqualTo(FailureKind.TIMED_OUT);
        assertThat(failed(trace, 0).sentence()).contains("\"wait\"");
        assertAnswered(trace, 1);
        assertThat(trace.task(1).worker()).isEqualTo(1);
    }

    @Test
    void aTaskThatTimedOutLeavesItsProcessToTheNext() {
        Settings settings = Settings.DEFAULT.withWorkers(1).withTimeout(Duration.ofSeconds(2));

        Trace trace = RIG.run(EngineExtension.plan(MODEL, settings, "lab:/hang", "lab:/delay/5"));

        assertThat(failed(trace, 0).kind()).isEqualTo(FailureKind.TIMED_OUT);
        assertAnswered(trace, 1);
        assertThat(trace.workers()).hasSize(1);
    }

    @Test
    void limitsOfConnectionsHoldForAllProcessesTogether() {
        Settings settings = TWO.withConnections(ConnectionSettings.DEFAULT.withPerHost(1));

        Trace trace =
                RIG.run(
                        EngineExtension.plan(
                                MODEL, settings, "lab:/delay/100 x3", "lab:/redirect/1"));

        assertAllAnswered(trace);
        assertThat(atOnce(trace, Phase.WAIT)).isEqualTo(1);
        assertThat(trace.workers()).allSatisfy(worker -> assertThat(worker.slices()).isPositive());
    }

    @Test
    void aTaskThatWaitsForAConnectionOfAnotherProcessCanBeStopped() {
        Settings settings = TWO.withConnections(ConnectionSettings.DEFAULT.withTotal(1));
        Run run = RIG.start(EngineExtension.plan(MODEL, settings, "lab:/hang x2"));
        Eventually.holds(
                "one waits for the other",
                () -> inPhase(run.trace(), Phase.WAIT) + inPhase(run.trace(), Phase.LEASE) == 2);

        run.cancel();

        assertThat(run.done().toCompletableFuture()).succeedsWithin(SOON);
    }

    @Test
    void warmConnectionsAreThereBeforeAProcessIsReady() {
        Settings settings = TWO.withConnections(ConnectionSettings.DEFAULT.withWarm(true));

        Trace trace = RIG.run(EngineExtension.plan(MODEL, settings, "lab:/delay/20 x4"));

        assertAllAnswered(trace);
        assertThat(trace.tasks())
                .allSatisfy(task -> assertThat(task.entered(Phase.CONNECT)).isFalse());
    }

    @Test
    void aFaultIsToldInTheSameWordsAsByAThread() {
        String[] sites = {"lab:/reset", "http://127.0.0.1:1/", "lab:/redirect/40"};

        Trace trace = RIG.run(EngineExtension.plan(MODEL, TWO, sites));
        Trace threads = RIG.run(EngineExtension.plan("thread-pool", TWO, sites));

        assertThat(outcomes(trace)).isEqualTo(outcomes(threads));
    }

    private static List<Outcome> outcomes(Trace trace) {
        return trace.tasks().stream().map(TaskTrack::outcome).toList();
    }

    private static void freeze(ProcessHandle process) throws Exception {
        String pid = String.valueOf(process.pid());
        assertThat(new ProcessBuilder("kill", "-STOP", pid).start().waitFor()).isZero();
    }
}
