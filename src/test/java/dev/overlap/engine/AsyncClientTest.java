package dev.overlap.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.lab.Lab;
import dev.overlap.plan.Address;
import dev.overlap.plan.Connections;
import dev.overlap.plan.Site;
import dev.overlap.plan.Task;
import dev.overlap.testkit.Eventually;
import dev.overlap.testkit.Logged;
import dev.overlap.testkit.Traces;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Recorder;
import dev.overlap.trace.Trace;
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
import java.util.concurrent.TimeUnit;

/** Traps 1, 4 and 5 of HttpClient, below what a plan can ask for: in the async client itself. */
class AsyncClientTest {

    private static final int TASKS = 8;

    @RegisterExtension final Logged log = new Logged();

    private final Lookup lookup = new Lookup(Resolver.SYSTEM);
    private final Recorder recorder =
            new Recorder(new Trace(Collections.nCopies(TASKS, "lab:/delay/1")));
    private Lab lab;
    private AsyncClient client;

    @BeforeEach
    void open() throws Exception {
        lab = Lab.start();
        client = new AsyncClient(lookup, Network.system().ssl(), Connections.DEFAULT.withTotal(1));
        recorder.begin();
        client.recordTo(recorder, recorder.hire("loop-1", WorkerTrack.Role.LOOP));
    }

    @AfterEach
    void close() {
        client.close();
        lookup.close();
        lab.close();
    }

    /** Trap 1: the library's own cancel would do nothing, and the exchange would go on. */
    @Test
    void aCancelOnAReusedConnectionReallyEndsTheExchange() throws Exception {
        for (int i = 0; i < 50; i++) {
            CompletableFuture<ReplyHead> answered = new CompletableFuture<>();
            var _ = execute(0, "/delay/0", callback(answered));
            answered.get(20, TimeUnit.SECONDS);
            CompletableFuture<ReplyHead> hangs = new CompletableFuture<>();
            Future<ReplyHead> hanging = execute(1, "/hang", callback(hangs));
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
        assertThat(log.messagesOf(Steps.class)).containsExactly("a step of task 0 failed");
    }

    @Test
    void anErrorInACallbackOfAReplyDoesNotEndTheLoop() throws Exception {
        Thrower callback = new Thrower();
        var _ = execute(0, "/delay/5", callback);
        callback.called.get(20, TimeUnit.SECONDS);

        assertStillAlive();
        assertThat(log.messagesOf(Guarded.class))
                .containsExactly("what follows an exchange failed");
    }

    @Test
    void anErrorInACallbackOfAFailureDoesNotEndTheLoop() throws Exception {
        Thrower reset = new Thrower();
        var _ = execute(0, "/reset?after=1", reset);
        reset.called.get(20, TimeUnit.SECONDS);

        Thrower refused = new Thrower();
        URI nobody = URI.create("http://127.0.0.1:1/");
        var _ = client.execute(watch(1), new Request(nobody, "nobody", null), refused);
        refused.called.get(20, TimeUnit.SECONDS);

        assertStillAlive();
        assertThat(log.messagesOf(Guarded.class))
                .hasSize(2)
                .containsOnly("what follows an exchange failed");
    }

    /** Trap 4: the library's own limit for the wait does not fire while nothing is given back. */
    @Test
    void aTaskThatWaitsForTheOnlyConnectionIsInLeaseAndCanBeStopped() throws Exception {
        CompletableFuture<ReplyHead> holds = new CompletableFuture<>();
        Future<ReplyHead> holder = execute(0, "/hang", callback(holds));
        Eventually.holds("it holds the connection", () -> phase(0) == Phase.WAIT);
        CompletableFuture<ReplyHead> waits = new CompletableFuture<>();
        Future<ReplyHead> waiter = execute(1, "/delay/1", callback(waits));
        assertThat(phase(1)).isEqualTo(Phase.LEASE);

        waiter.cancel(true);

        assertThat(waits).isCancelled();
        assertThat(holds).isNotDone();
        holder.cancel(true);
        assertStillAlive();
    }

    /**
     * Trap 4 again: our own timer ends the wait, and the one that holds the connection keeps it.
     */
    @Test
    void timeIsUpWhileATaskWaitsForTheOnlyConnection() throws Exception {
        CompletableFuture<ReplyHead> holds = new CompletableFuture<>();
        Future<ReplyHead> holder = execute(0, "/hang", callback(holds));
        Eventually.holds("it holds the connection", () -> phase(0) == Phase.WAIT);
        try (var timer = Executors.newSingleThreadScheduledExecutor()) {
            Request request = new Request(lab.uri().resolve("/delay/1"), "lab:/delay/1", null);
            Watch watch = watch(1);
            watch.carry().start(0, Duration.ofMillis(50), timer);
            CompletableFuture<ReplyHead> waits = new CompletableFuture<>();
            Future<ReplyHead> waiter = client.execute(watch, request, callback(waits));
            watch.carry().onStop(() -> waiter.cancel(true));
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
        CompletableFuture<ReplyHead> first = new CompletableFuture<>();
        CompletableFuture<ReplyHead> second = new CompletableFuture<>();
        var _ = execute(0, "/delay/40", callback(first));
        var _ = execute(1, "/delay/1", callback(second));

        second.get(20, TimeUnit.SECONDS);

        assertThat(first).isCompleted();
        assertThat(recorder.trace().task(0).entered(Phase.CONNECT)).isTrue();
        assertThat(recorder.trace().task(1).entered(Phase.CONNECT)).isFalse();
        assertThat(endOf(1, Phase.LEASE)).isGreaterThanOrEqualTo(endOf(0, Phase.WAIT));
    }

    private void assertStillAlive() throws Exception {
        CompletableFuture<ReplyHead> reply = new CompletableFuture<>();
        var _ = execute(TASKS - 1, "/delay/1", callback(reply));
        assertThat(reply.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
    }

    /** When a task left a phase that it was in once. */
    private long endOf(int task, Phase phase) {
        int segment = Traces.phases(recorder.trace(), task).indexOf(phase);
        return recorder.trace().task(task).end(segment);
    }

    private Phase phase(int task) {
        return Traces.now(recorder.trace(), task);
    }

    private Watch watch(int task) {
        return carry(task).watch(new Request(lab.uri(), "lab:/", null));
    }

    private Carry carry(int task) {
        Site site = new Site.Fetch(new Address.Lab("/"));
        return new Carry(new Task(task, site, 0), recorder);
    }

    private Future<ReplyHead> execute(int task, String path, FutureCallback<ReplyHead> callback) {
        Request request = new Request(lab.uri().resolve(path), "lab:" + path, null);
        return client.execute(watch(task), request, callback);
    }

    private static FutureCallback<ReplyHead> callback(CompletableFuture<ReplyHead> into) {
        return new FutureCallback<>() {
            @Override
            public void completed(ReplyHead reply) {
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

    /** A callback that is broken. */
    private static final class Thrower implements FutureCallback<ReplyHead> {

        final CompletableFuture<Void> called = new CompletableFuture<>();

        @Override
        public void completed(ReplyHead reply) {
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
