package dev.overlap.engine;

import static dev.overlap.testkit.TraceAssertions.assertAllAnswered;
import static dev.overlap.testkit.TraceAssertions.assertSound;
import static dev.overlap.testkit.TraceAssertions.awaitPhase;
import static dev.overlap.testkit.TraceAssertions.failed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.Run;
import dev.overlap.engine.FailingCleanup.Way;
import dev.overlap.engine.http.HttpClients;
import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.engine.request.LabEndpoint;
import dev.overlap.engine.resource.SharedResources;
import dev.overlap.engine.task.Abort;
import dev.overlap.engine.task.AbortTracker;
import dev.overlap.engine.task.CleanupInterceptor;
import dev.overlap.engine.task.CleanupStep;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.Task;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.Eventually;
import dev.overlap.testkit.LogCapture;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogRecord;
import java.util.stream.Stream;

/**
 * Whatever a clean-up step throws, the others run: the run completes, its tasks have ended, and no
 * thread, process or connection of it is left.
 */
@Timeout(120)
class RunCleanupTest {

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    @RegisterExtension final LogCapture log = new LogCapture();

    static List<String> models() {
        return ConcurrencyModel.all().stream().map(ConcurrencyModel::id).toList();
    }

    static List<String> modelsThatEnd() {
        return ConcurrencyModel.all().stream()
                .filter(model -> !model.hangs())
                .map(ConcurrencyModel::id)
                .toList();
    }

    static Stream<Arguments> modelsAndWays() {
        return models().stream()
                .flatMap(model -> Arrays.stream(Way.values()).map(way -> Arguments.of(model, way)));
    }

    private static Engine engine(CleanupInterceptor cleanup) {
        return new Engine(LabEndpoint.plain(RIG.lab().uri()), NetworkAccess.system(), cleanup);
    }

    /**
     * Waits until the first task waits for its reply or, in the model that hangs, for its own loop.
     */
    private static void awaitUnderWay(Run run) {
        if (ConcurrencyModel.of(run.plan().model()).hangs()) {
            Eventually.holds("its step is taken", () -> run.trace().task(0).worker() >= 0);
        } else {
            awaitPhase(run.trace(), 0, Phase.WAIT);
        }
    }

    /** Waits for the end of a run whose clean-up failed; returns its exception. */
    private static Throwable fault(Run run) throws Exception {
        try {
            run.done().toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return e.getCause();
        }
        throw new AssertionError("the run does not say that its end has failed");
    }

    @ParameterizedTest
    @MethodSource("modelsAndWays")
    void aCancelledRunIsDoneWhateverItsEndingsThrow(String model, Way way) throws Exception {
        FailingCleanup ender = new FailingCleanup(way);
        try (Engine engine = engine(ender)) {
            Run run = engine.start(EngineExtension.plan(model, "lab:/hang x12"));
            awaitUnderWay(run);

            run.cancel();

            assertThat(run.trace().tasks())
                    .extracting(task -> task.outcome())
                    .containsOnly(new Outcome.Cancelled());
            if (way == Way.ALL) {
                Throwable told = fault(run);
                assertThat(log.by(ActiveRun.class))
                        .extracting(LogRecord::getThrown)
                        .containsExactly(told);
            } else { // everything is closed, so there is nothing to report
                EngineExtension.finished(run);
                assertThat(workers()).as("no thread is left when it is done").isEmpty();
                assertThat(EngineExtension.processes()).as("nor a process").isEmpty();
                assertThat(log.all()).as("%s faults, told once", ender.thrown()).hasSize(1);
            }
            assertThat(ender.thrown()).isPositive();
            assertSound(run.trace());
        }
    }

    /** Returns the platform worker threads of runs. */
    private static List<Thread> workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(
                        it ->
                                it.getName()
                                        .matches("(thread|offload|loop)-\\d+|process-\\d+-reader"))
                .toList();
    }

    /** A model that waits for tasks may submit the next one when a cancel ends the first. */
    @Test
    void aTaskThatIsHandedOverAfterTheCancelIsOverAtOnce() {
        List<Task> tasks = EngineExtension.plan("threads", "lab:/hang").tasks();
        TraceRecorder recorder = new TraceRecorder(new Trace(List.of(tasks.getFirst().label())));
        recorder.begin();
        try (ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
                HttpClients clients =
                        new HttpClients(
                                NetworkAccess.system(),
                                ConnectionSettings.DEFAULT,
                                RIG.lab().uri(),
                                timer)) {
            RunWorkers runWorkers =
                    new RunWorkers(
                            clients,
                            recorder,
                            Settings.DEFAULT,
                            RunBinding.of(_ -> {}, null, SharedResources.none(recorder), recorder));
            runWorkers.cancel();

            assertThat(runWorkers.begin(tasks.getFirst()).isOver()).isTrue();
            assertThat(recorder.trace().task(0).outcome()).isEqualTo(new Outcome.Cancelled());
        }
    }

    @ParameterizedTest
    @MethodSource("modelsThatEnd")
    void aRunThatEndsByItselfKeepsItsAnswersAndTellsTheFirstFault(String model) throws Exception {
        FailingCleanup ender = new FailingCleanup(Way.ALL);
        try (Engine engine = engine(ender)) {
            Run run = engine.start(EngineExtension.plan(model, "lab:/delay/1 x6"));

            Throwable told = fault(run);

            assertThat(told).hasMessage("Pool entry is not present in the set of leased entries");
            assertThat(told.getSuppressed()).isNotEmpty();
            assertThat(run.trace().isFinished()).isTrue();
            assertAllAnswered(run.trace());
        }
    }

    @ParameterizedTest
    @MethodSource("modelsThatEnd")
    void aTimeoutWhoseAbortThrowsEndsItsTaskAndNoOther(String model) {
        FailingCleanup ender = new FailingCleanup(Way.ABORTS);
        Settings settings = Settings.DEFAULT.withTimeout(Duration.ofMillis(500));
        try (Engine engine = engine(ender)) {
            Run run =
                    RIG.start(
                            engine,
                            EngineExtension.plan(
                                    model, settings, "lab:/hang", "lab:/delay/5", "lab:/hang"));

            Trace trace = EngineExtension.finished(run);

            assertThat(failed(trace, 0).kind()).isEqualTo(FailureKind.TIMED_OUT);
            assertThat(trace.task(1).outcome()).isInstanceOf(Outcome.Answered.class);
            assertThat(failed(trace, 2).kind()).isEqualTo(FailureKind.TIMED_OUT);
            assertThat(ender.thrown()).isGreaterThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void closingTheEngineEndsAllItsRunsWhateverTheirEndingsThrow(String model) {
        long before = timers();
        Engine engine = engine(new FailingCleanup(Way.ALL));
        Plan plan = EngineExtension.plan(model, "lab:/hang x2");
        List<Run> runs = List.of(engine.start(plan), engine.start(plan));
        runs.forEach(RunCleanupTest::awaitUnderWay);

        engine.close();

        for (Run run : runs) {
            assertThat(run.trace().ended()).isEqualTo(2);
            Eventually.holds("it is done", () -> run.done().toCompletableFuture().isDone());
        }
        Eventually.holds("the timer of this engine is gone", () -> timers() <= before);
    }

    private static long timers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("overlap-timer"))
                .count();
    }

    /**
     * The pool is closed only after all aborts, which therefore rarely throw; see {@link
     * AbortTracker}.
     */
    @Test
    void noPoolIsClosedWhileAnAbortIsUnderWay() {
        Holding ender = new Holding();
        Settings brief = Settings.DEFAULT.withTimeout(Duration.ofMillis(200));
        try (Engine engine = engine(ender)) {
            // ended by its timeout: a cancel may run on the driver, which cannot wait for itself
            Plan plan = EngineExtension.plan("thread-pool", brief, "lab:/hang");
            EngineExtension.finished(RIG.start(engine, plan));

            assertThat(ender.waited).isTrue();
        }
    }

    /** An abort that lasts until the driver waits for it, or closes without waiting. */
    private static final class Holding implements CleanupInterceptor {

        private volatile boolean waited;

        @Override
        public void abort(Abort what) {
            what.cancel();
            Eventually.holds(
                    "the driver gets on",
                    () -> {
                        waited = driverIsIn(AbortTracker.class, "await");
                        return waited || driverIsIn(HttpClients.class, "close") || driverHasEnded();
                    });
        }

        private static boolean driverHasEnded() {
            return Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("overlap-driver"));
        }

        private static boolean driverIsIn(Class<?> type, String method) {
            return Thread.getAllStackTraces().entrySet().stream()
                    .filter(thread -> thread.getKey().getName().equals("overlap-driver"))
                    .flatMap(thread -> Arrays.stream(thread.getValue()))
                    .anyMatch(
                            at ->
                                    at.getClassName().equals(type.getName())
                                            && at.getMethodName().equals(method));
        }
    }

    /** The driver is waiting for its workers then, and must wait for all of them. */
    @Test
    void aCancelThatComesWhileTheRunCleansUpBreaksNothingOff() {
        Late ender = new Late();
        try (Engine engine = engine(ender)) {
            Run run = RIG.start(engine, EngineExtension.plan("thread-pool", "lab:/delay/1 x8"));
            ender.run = run;

            assertAllAnswered(EngineExtension.finished(run));
            assertThat(ender.came).isTrue();
            assertThat(ender.interrupted).isFalse();
        }
    }

    /** Cancels the run while its workers are being stopped. */
    private static final class Late implements CleanupInterceptor {

        private volatile Run run;
        private volatile boolean interrupted;
        private volatile boolean came;

        @Override
        public void end(CleanupStep step) throws Exception {
            Run going = run;
            if (going != null && going.trace().ended() == 8 && isWorkerThread()) {
                going.cancel();
                came = true;
                interrupted |= Thread.currentThread().isInterrupted();
            }
            step.run();
        }

        private static boolean isWorkerThread() {
            return Arrays.stream(Thread.currentThread().getStackTrace())
                    .anyMatch(at -> at.getClassName().equals(RunWorkers.class.getName()));
        }
    }
}
