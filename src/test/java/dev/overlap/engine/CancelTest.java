package dev.overlap.engine;

import static dev.overlap.testkit.TraceAssertions.assertAllAnswered;
import static dev.overlap.testkit.TraceAssertions.awaitPhase;
import static dev.overlap.testkit.TraceAssertions.failed;
import static dev.overlap.testkit.TraceAssertions.inPhase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.Run;
import dev.overlap.engine.http.NameResolver;
import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.plan.Settings;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.Eventually;
import dev.overlap.testkit.RawConnection;
import dev.overlap.testkit.RawServer;
import dev.overlap.testkit.TestKey;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** Tests what ends tasks from outside: the user, the timeout, the end of the program. */
class CancelTest {

    private static final Duration SHORT = Duration.ofMillis(600);

    /** A generous limit; without an end from outside the tasks would never end. */
    private static final Duration SOON = Duration.ofSeconds(30);

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    static List<String> models() {
        return ConcurrencyModel.all().stream().map(ConcurrencyModel::id).toList();
    }

    static List<String> modelsThatEnd() {
        return ConcurrencyModel.all().stream()
                .filter(model -> !model.hangs())
                .map(ConcurrencyModel::id)
                .toList();
    }

    /**
     * Waits until the first task waits for its reply or, in the model that hangs, for its own loop.
     */
    private static void awaitUnderWay(Run run) {
        Phase phase = ConcurrencyModel.of(run.plan().model()).hangs() ? Phase.READY : Phase.WAIT;
        awaitPhase(run.trace(), 0, phase);
    }

    /** The promise is 200 ms; in fact every task has ended when cancel returns. */
    @ParameterizedTest
    @MethodSource("models")
    void everyTaskHasEndedWhenCancelReturns(String model) {
        Run run = RIG.start(EngineExtension.plan(model, "lab:/hang x200"));
        awaitUnderWay(run);

        run.cancel();
        long returned = System.nanoTime();

        Trace trace = run.trace();
        assertThat(trace.ended()).isEqualTo(200);
        assertThat(trace.tasks())
                .allSatisfy(
                        task -> {
                            assertThat(task.outcome()).isEqualTo(new Outcome.Cancelled());
                            assertThat(task.endNanos())
                                    .isLessThanOrEqualTo(trace.sinceZero(returned));
                        });
        assertThat(run.done().toCompletableFuture()).succeedsWithin(SOON);
    }

    @Test
    void allTwoHundredAreUnderWayOnTheLoopWhenItIsStopped() {
        Run run = RIG.start(EngineExtension.plan("event-loop", "lab:/hang x200"));
        Eventually.holds("all wait", () -> inPhase(run.trace(), Phase.WAIT) == 200);
        // the system completes connections before the lab accepts them
        Eventually.holds("the lab has them all", () -> RIG.lab().connections() == 200);

        run.cancel();

        assertThat(run.done().toCompletableFuture()).succeedsWithin(SOON);
    }

    @ParameterizedTest
    @MethodSource("models")
    void aRunCancelledBeforeTimeZeroEndsAllItsTasksAsCancelled(String model) {
        Run run = RIG.start(EngineExtension.plan(model, "lab:/hang x20"));

        run.cancel();

        Trace trace = EngineExtension.finished(run);
        assertThat(trace.tasks())
                .extracting(task -> task.outcome())
                .containsOnly(new Outcome.Cancelled());
    }

    @ParameterizedTest
    @MethodSource("modelsThatEnd")
    void aCancelAtAnyInstantOfALivelyRunLeavesNothingBehind(String model) {
        Engine engine = RIG.engine();
        boolean slow = model.equals("process-pool"); // processes start up for every run
        for (int i = 0; i < 25; i += slow ? 8 : 1) {
            Run run =
                    RIG.start(
                            engine,
                            EngineExtension.plan(model, "lab:/delay/1 x30", "lab:/redirect/2 x9"));
            int atLeast = i;
            Eventually.holds("it has come so far", () -> run.trace().ended() >= atLeast);
            run.cancel();
            EngineExtension.finished(run);
            assertThat(run.trace().ended()).isEqualTo(39);
        }
    }

    @Test
    void aSecondCancelAndACancelAfterTheEndChangeNothing() {
        Run stopped = RIG.start(EngineExtension.plan("event-loop", "lab:/hang x3"));
        awaitPhase(stopped.trace(), 0, Phase.WAIT);
        stopped.cancel();
        stopped.cancel();
        long wall = EngineExtension.finished(stopped).wallNanos();
        stopped.cancel();
        assertThat(stopped.trace().wallNanos()).isEqualTo(wall);

        Run answered = RIG.start(EngineExtension.plan("event-loop", "lab:/delay/1 x3"));
        assertAllAnswered(EngineExtension.finished(answered));
        answered.cancel();
        assertAllAnswered(answered.trace());
    }

    @ParameterizedTest
    @MethodSource("models")
    void manyThreadsMayCancelAtOnce(String model) throws Exception {
        Run run = RIG.start(EngineExtension.plan(model, "lab:/hang x50"));
        awaitUnderWay(run);
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> crowd = new ArrayList<>();
        Queue<Throwable> thrown = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < 8; i++) {
            crowd.add(
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        try {
                                            go.await();
                                            run.cancel();
                                        } catch (InterruptedException e) {
                                            Thread.currentThread().interrupt();
                                        } catch (Throwable e) {
                                            thrown.add(e);
                                        }
                                    }));
        }
        go.countDown();
        for (Thread each : crowd) {
            each.join();
        }
        assertThat(thrown).isEmpty();

        assertThat(run.trace().ended()).isEqualTo(50);
        EngineExtension.finished(run);
    }

    @ParameterizedTest
    @MethodSource("models")
    void closingTheEngineEndsItsRunsAndWaitsForThem(String model) {
        Engine engine = RIG.engine();
        Run run = RIG.start(engine, EngineExtension.plan(model, "lab:/hang x20"));
        awaitUnderWay(run);

        engine.close();

        assertThat(run.done().toCompletableFuture()).isDone();
        assertThat(run.trace().ended()).isEqualTo(20);
        assertThatThrownBy(() -> engine.start(EngineExtension.plan(model, "lab:/delay/1")))
                .isInstanceOf(IllegalStateException.class);
    }

    /** Whatever a task waits for, both the timeout and a cancel end it and close its connection. */
    @ParameterizedTest
    @CsvSource({
        "thread-pool, DNS", "thread-pool, CONNECT", "thread-pool, TLS", "thread-pool, WAIT",
        "thread-pool, RECEIVE", "event-loop, DNS", "event-loop, CONNECT", "event-loop, TLS",
        "event-loop, WAIT", "event-loop, RECEIVE", "blocked-loop, TLS", "blocked-loop, WAIT"
    })
    void aTaskEndsInWhateverPhaseItIs(String model, Phase phase) throws Exception {
        Settings settings = Settings.DEFAULT.withTimeout(SHORT);
        CountDownLatch lookup = new CountDownLatch(1);
        try (RawServer server = stuckIn(phase)) {
            Engine engine = RIG.engine(new NetworkAccess(stuck(lookup), TestKey.get().client()));
            String site = site(phase, server);

            Trace timedOut = RIG.run(engine, EngineExtension.plan(model, settings, site));
            assertThat(failed(timedOut, 0).kind()).isEqualTo(FailureKind.TIMED_OUT);
            assertThat(failed(timedOut, 0).sentence())
                    .startsWith(site + " took longer than 600 ms")
                    .contains("\"" + phase.words() + "\"");

            Run cancelled = RIG.start(engine, EngineExtension.plan(model, site));
            awaitPhase(cancelled.trace(), 0, phase);
            cancelled.cancel();
            assertThat(cancelled.trace().ended()).isEqualTo(1);
            EngineExtension.finished(cancelled);

            if (phase != Phase.CONNECT) {
                Eventually.holds("the server sees them go", () -> server.connections() == 0);
            }
        } finally {
            lookup.countDown();
        }
    }

    private static String site(Phase phase, RawServer server) {
        String host = phase == Phase.DNS ? "named.test" : "127.0.0.1";
        return (phase == Phase.TLS ? "https://" : "http://") + host + ":" + server.port() + "/";
    }

    /** A resolver that, like the system's, cannot be interrupted. */
    private static NameResolver stuck(CountDownLatch lookup) {
        return _ -> {
            Eventually.holds("the lookup is let go", () -> lookup.getCount() == 0);
            return List.of(InetAddress.ofLiteral("127.0.0.1"));
        };
    }

    private static RawServer stuckIn(Phase phase) throws IOException {
        return phase == Phase.CONNECT
                ? RawServer.startCrowded(RawConnection::awaitEnd)
                : RawServer.start(
                        rawConnection -> {
                            if (phase == Phase.RECEIVE) {
                                rawConnection.readRequest();
                                rawConnection.write(
                                        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc");
                            }
                            rawConnection.awaitEnd();
                        });
    }

    /**
     * Trap 6: with the library's own timeouts it would take a whole second, and the reply would
     * come first.
     */
    @ParameterizedTest
    @MethodSource("models")
    void aTimeoutIsFinerThanASecond(String model) {
        Settings settings = Settings.DEFAULT.withTimeout(SHORT);

        Trace trace = RIG.run(EngineExtension.plan(model, settings, "lab:/delay/900"));

        assertThat(failed(trace, 0).kind()).isEqualTo(FailureKind.TIMED_OUT);
    }

    @ParameterizedTest
    @MethodSource("modelsThatEnd")
    void aTimeoutEndsOneTaskAndNoOther(String model) {
        Settings settings = Settings.DEFAULT.withTimeout(Duration.ofMillis(800));

        Trace trace =
                RIG.run(
                        EngineExtension.plan(
                                model, settings, "lab:/hang", "lab:/delay/5", "lab:/hang"));

        assertThat(failed(trace, 0).kind()).isEqualTo(FailureKind.TIMED_OUT);
        assertThat(trace.task(1).outcome()).isInstanceOf(Outcome.Answered.class);
        assertThat(failed(trace, 2).kind()).isEqualTo(FailureKind.TIMED_OUT);
    }
}
