package dev.overlap.engine.http;

import static dev.overlap.testkit.Urls.url;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.engine.request.HttpExchangeRequest;
import dev.overlap.engine.request.ResponseHead;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.lab.Lab;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.Step;
import dev.overlap.plan.StepSequence;
import dev.overlap.plan.Task;
import dev.overlap.plan.address.Address;
import dev.overlap.testkit.Eventually;
import dev.overlap.testkit.LogCapture;
import dev.overlap.testkit.TraceAssertions;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;
import dev.overlap.trace.WorkerTrack;

import org.apache.hc.core5.concurrent.FutureCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tests traps 1, 4 and 5 of HttpClient directly at the async client, below the level of plans. */
class AsyncClientTest {

    private static final int TASKS = 8;

    @RegisterExtension final LogCapture log = new LogCapture();

    private final AsyncDnsResolver resolver = new AsyncDnsResolver(NameResolver.SYSTEM);
    private final TraceRecorder recorder =
            new TraceRecorder(new Trace(Collections.nCopies(TASKS, "lab:/delay/1")));
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private Lab lab;
    private AsyncClient client;

    @BeforeEach
    void open() throws Exception {
        lab = Lab.start();
        client =
                new AsyncClient(
                        resolver,
                        timer,
                        NetworkAccess.system().ssl(),
                        ConnectionSettings.DEFAULT.withTotal(1));
        recorder.begin();
        client.recordTo(recorder, recorder.addWorker("loop-1", WorkerTrack.Role.LOOP));
    }

    @AfterEach
    void close() {
        client.close();
        timer.shutdownNow();
        resolver.close();
        lab.close();
    }

    /** Trap 1: the library's own cancel would have no effect, and the exchange would continue. */
    @Test
    void aCancelOnAReusedConnectionReallyEndsTheExchange() throws Exception {
        for (int i = 0; i < 50; i++) {
            CompletableFuture<ResponseHead> answered = new CompletableFuture<>();
            var _ = execute(0, "/delay/0", callback(answered));
            answered.get(20, TimeUnit.SECONDS);
            CompletableFuture<ResponseHead> hangs = new CompletableFuture<>();
            Future<ResponseHead> hanging = execute(1, "/hang", callback(hangs));
            Eventually.holds("it is on its way", () -> phase(1) == Phase.WAIT);

            hanging.cancel(true);

            assertThat(hangs).isCancelled();
            Eventually.holds("the lab sees it go", () -> lab.connections() == 0);
        }
        assertStillAlive();
    }

    @Test
    void anErrorInAStepDoesNotEndTheLoop() throws Exception {
        CountDownLatch after = new CountDownLatch(1);

        client.onLoop(
                carry(0),
                () -> {
                    throw new StackOverflowError("on purpose");
                });
        client.onLoop(carry(1), after::countDown);

        assertThat(after.await(20, TimeUnit.SECONDS)).isTrue();
        assertStillAlive();
        assertThat(log.messagesOf(ReactorExecutor.class))
                .containsExactly("a step of task 0 failed");
    }

    @Test
    void anErrorInACallbackOfAReplyDoesNotEndTheLoop() throws Exception {
        Thrower callback = new Thrower();
        var _ = execute(0, "/delay/5", callback);
        callback.called.get(20, TimeUnit.SECONDS);

        assertStillAlive();
        assertThat(log.messagesOf(SafeFutureCallback.class))
                .containsExactly("what follows an exchange failed");
    }

    @Test
    void anErrorInACallbackOfAFailureDoesNotEndTheLoop() throws Exception {
        Thrower reset = new Thrower();
        var _ = execute(0, "/reset?after=1", reset);
        reset.called.get(20, TimeUnit.SECONDS);

        Thrower refused = new Thrower();
        URI nobody = URI.create("http://127.0.0.1:1/");
        var _ =
                client.execute(
                        watch(1), new HttpExchangeRequest(url(nobody), "nobody", null), refused);
        refused.called.get(20, TimeUnit.SECONDS);

        assertStillAlive();
        assertThat(log.messagesOf(SafeFutureCallback.class))
                .hasSize(2)
                .containsOnly("what follows an exchange failed");
    }

    /**
     * Trap 4: the library's own limit for the wait has no effect until a connection is returned.
     */
    @Test
    void aTaskThatWaitsForTheOnlyConnectionIsInLeaseAndCanBeStopped() throws Exception {
        CompletableFuture<ResponseHead> holds = new CompletableFuture<>();
        Future<ResponseHead> holder = execute(0, "/hang", callback(holds));
        Eventually.holds("it holds the connection", () -> phase(0) == Phase.WAIT);
        CompletableFuture<ResponseHead> waits = new CompletableFuture<>();
        Future<ResponseHead> waiter = execute(1, "/delay/1", callback(waits));
        assertThat(phase(1)).isEqualTo(Phase.LEASE);

        waiter.cancel(true);

        assertThat(waits).isCancelled();
        assertThat(holds).isNotDone();
        holder.cancel(true);
        assertStillAlive();
    }

    /** Trap 4 again: our own timer ends the wait, and the task with the connection keeps it. */
    @Test
    void timeIsUpWhileATaskWaitsForTheOnlyConnection() throws Exception {
        CompletableFuture<ResponseHead> holds = new CompletableFuture<>();
        Future<ResponseHead> holder = execute(0, "/hang", callback(holds));
        Eventually.holds("it holds the connection", () -> phase(0) == Phase.WAIT);
        try (var timer = Executors.newSingleThreadScheduledExecutor()) {
            HttpExchangeRequest request =
                    new HttpExchangeRequest(
                            url(lab.uri().resolve("/delay/1")), "lab:/delay/1", null);
            ExchangeRecorder exchangeRecorder = watch(1);
            exchangeRecorder.execution().start(0, Duration.ofMillis(50), timer);
            CompletableFuture<ResponseHead> waits = new CompletableFuture<>();
            Future<ResponseHead> waiter =
                    client.execute(exchangeRecorder, request, callback(waits));
            exchangeRecorder.execution().onStop(() -> waiter.cancel(true));
            Eventually.holds("it is over", () -> recorder.trace().task(1).outcome() != null);

            assertThat(recorder.trace().task(1).outcome())
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed ->
                                    assertThat(failed.sentence())
                                            .contains("longer than 50 ms", "\"lease\""));
            Eventually.holds("its place in the queue is given up", waits::isCancelled);
        }
        assertThat(holds).isNotDone();
        holder.cancel(true);
        assertStillAlive();
    }

    @Test
    void theSecondTaskOnTheOnlyConnectionWaitsInLeaseUntilTheFirstHasIt() throws Exception {
        CompletableFuture<ResponseHead> first = new CompletableFuture<>();
        CompletableFuture<ResponseHead> second = new CompletableFuture<>();
        var _ = execute(0, "/delay/40", callback(first));
        var _ = execute(1, "/delay/1", callback(second));

        second.get(20, TimeUnit.SECONDS);

        assertThat(first).isCompleted();
        assertThat(recorder.trace().task(0).entered(Phase.CONNECT)).isTrue();
        assertThat(recorder.trace().task(1).entered(Phase.CONNECT)).isFalse();
        assertThat(endOf(1, Phase.LEASE)).isGreaterThanOrEqualTo(endOf(0, Phase.WAIT));
    }

    private void assertStillAlive() throws Exception {
        CompletableFuture<ResponseHead> reply = new CompletableFuture<>();
        var _ = execute(TASKS - 1, "/delay/1", callback(reply));
        assertThat(reply.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
    }

    /** Returns when a task left a phase that it entered once. */
    private long endOf(int task, Phase phase) {
        int segment = TraceAssertions.phases(recorder.trace(), task).indexOf(phase);
        return recorder.trace().task(task).end(segment);
    }

    private Phase phase(int task) {
        return TraceAssertions.now(recorder.trace(), task);
    }

    private ExchangeRecorder watch(int task) {
        return ExchangeRecorder.begin(
                carry(task), new HttpExchangeRequest(url(lab.uri()), "lab:/", null));
    }

    private TaskExecution carry(int task) {
        Step step = new Step.Fetch(new Address.Lab("/"));
        return new TaskExecution(new Task(task, StepSequence.of(step), 0), recorder);
    }

    private Future<ResponseHead> execute(
            int task, String path, FutureCallback<ResponseHead> callback) {
        HttpExchangeRequest request =
                new HttpExchangeRequest(url(lab.uri().resolve(path)), "lab:" + path, null);
        return client.execute(watch(task), request, callback);
    }

    private static FutureCallback<ResponseHead> callback(CompletableFuture<ResponseHead> into) {
        return new FutureCallback<>() {
            @Override
            public void completed(ResponseHead reply) {
                into.complete(reply);
            }

            @Override
            public void failed(Exception cause) {
                into.completeExceptionally(cause);
            }

            @Override
            public void cancelled() {
                into.cancel(false);
            }
        };
    }

    /** A callback that throws. */
    private static final class Thrower implements FutureCallback<ResponseHead> {

        final CompletableFuture<Void> called = new CompletableFuture<>();

        @Override
        public void completed(ResponseHead reply) {
            fail();
        }

        @Override
        public void failed(Exception cause) {
            fail();
        }

        @Override
        public void cancelled() {
            fail();
        }

        private void fail() {
            called.complete(null);
            throw new AssertionError("on purpose");
        }
    }
}
