package dev.overlap.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.ResultCollector;
import dev.overlap.engine.http.HttpClients;
import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.engine.request.LabEndpoint;
import dev.overlap.engine.resource.SharedResources;
import dev.overlap.lab.Lab;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.Plan;
import dev.overlap.plan.RunRules.CollectMode;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.plan.Task;
import dev.overlap.trace.ConnectAttempt;
import dev.overlap.trace.ConnectionLimit;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Tests worker threads that meet an unexpected error, here in the recorder, which all of them call:
 * whatever happens to the current task, the others are executed, and the run ends.
 */
class FailingTraceRecorderTest {

    private static final Duration LIMIT = Duration.ofSeconds(50);
    private static final Settings SETTINGS =
            Settings.DEFAULT.withWorkers(2).withTimeout(Duration.ofSeconds(20));

    private static Lab lab;

    /** The call at which the recorder fails once. */
    enum At {
        BUSY,
        IDLE,
        CARRIED_BY,
        LEASES,
        NOTE,
        CONNECT,
        ATTEMPT,
        WAIT,
        RECEIVE,
        STARTED,
        USED;

        /**
         * Returns whether the error occurs inside HttpClient, which then closes its pool, so that
         * all tasks fail.
         */
        boolean isInsideOfTheClient() {
            return this == NOTE || this == WAIT || this == RECEIVE;
        }
    }

    @BeforeAll
    static void open() throws IOException {
        lab = Lab.start();
    }

    @AfterAll
    static void close() {
        lab.close();
    }

    static Stream<Arguments> faults() {
        return ConcurrencyModel.all().stream()
                .filter(model -> !model.hangs())
                .flatMap(model -> Arrays.stream(At.values()).map(at -> Arguments.of(model, at)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aRunEndsWhateverItsThreadsMeet(ConcurrencyModel model, At at) throws Exception {
        List<Task> tasks =
                new Plan(SiteList.parse("lab:/delay/5 x6"), model.id(), SETTINGS).tasks();
        Faulty recorder = new Faulty(tasks, at);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        HttpClients clients =
                new HttpClients(
                        NetworkAccess.system(), ConnectionSettings.DEFAULT, lab.uri(), timer);
        Warmup warmup = new Warmup(LabEndpoint.plain(lab.uri()), timer);
        RunBinding runBinding =
                RunBinding.of(
                                _ -> {},
                                () -> warmup.prepareCommand(tasks, SETTINGS),
                                SharedResources.none(recorder),
                                recorder)
                        .withResults(new ResultCollector(CollectMode.ALL, tasks, recorder));
        RunWorkers workers = new RunWorkers(clients, recorder, SETTINGS, runBinding);
        recorder.begin();
        try {
            CompletableFuture<Void> driven = new CompletableFuture<>();
            Thread driver =
                    Thread.ofPlatform().daemon().start(() -> run(model, tasks, workers, driven));

            assertThat(driven).as("%s at %s", model.id(), at).succeedsWithin(LIMIT);
            driver.join();
            assertThat(recorder.trace().tasks()).allMatch(task -> task.outcome() != null);
            if (!at.isInsideOfTheClient()) {
                assertThat(answered(recorder.trace()))
                        .as("answered of 6, %s at %s", model.id(), at)
                        .isGreaterThanOrEqualTo(4);
            }
        } finally {
            workers.close();
            clients.close();
            timer.shutdownNow();
        }
    }

    private static void run(
            ConcurrencyModel model,
            List<Task> tasks,
            RunWorkers workers,
            CompletableFuture<Void> driven) {
        try {
            model.run(tasks, workers);
            driven.complete(null);
        } catch (Throwable e) {
            driven.completeExceptionally(e);
        }
    }

    private static long answered(Trace trace) {
        return trace.tasks().stream()
                .filter(task -> task.outcome() instanceof Outcome.Answered)
                .count();
    }

    /** An error without a stack trace, logged as one line. */
    private static final class OnPurpose extends Error {

        private static final long serialVersionUID = 1L;

        OnPurpose() {
            super("on purpose", null, false, false);
        }
    }

    private static final class Faulty extends TraceRecorder {

        private final At at;
        private final AtomicInteger calls = new AtomicInteger();

        Faulty(List<Task> tasks, At at) {
            super(new Trace(tasks.stream().map(Task::label).toList()));
            this.at = at;
        }

        /** Fails at a later call, so that threads have started. */
        private void fail(At here) {
            if (here == at && calls.incrementAndGet() == 2) {
                throw new OnPurpose();
            }
        }

        @Override
        public void busy(int worker, int task) {
            super.busy(worker, task);
            fail(At.BUSY);
        }

        @Override
        public void idle(int worker) {
            super.idle(worker);
            fail(At.IDLE);
        }

        @Override
        public void setWorker(int task, int worker) {
            super.setWorker(task, worker);
            fail(At.CARRIED_BY);
        }

        @Override
        public void leases(int task, ConnectionLimit limit) {
            super.leases(task, limit);
            fail(At.LEASES);
        }

        @Override
        public void note(int task, Exchange exchange) {
            super.note(task, exchange);
            fail(At.NOTE);
        }

        @Override
        public void note(int task, ConnectAttempt attempt) {
            super.note(task, attempt);
            if (attempt.result() instanceof ConnectAttempt.Pending) {
                fail(At.ATTEMPT);
            }
        }

        @Override
        public void enter(int task, Phase phase, long nanoTime) {
            super.enter(task, phase, nanoTime);
            switch (phase) {
                case CONNECT -> fail(At.CONNECT);
                case WAIT -> fail(At.WAIT);
                case RECEIVE -> fail(At.RECEIVE);
                default -> {}
            }
        }

        @Override
        public void started(int worker) {
            super.started(worker);
            fail(At.STARTED);
        }

        @Override
        public void used(int worker, long cpuNanos) {
            super.used(worker, cpuNanos);
            fail(At.USED);
        }
    }
}
