package dev.overlap.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.ConnectionLimit;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class WaitExplanationTest {

    private static final String HOST = "127.0.0.1:1234";

    private static List<String> words(Trace trace, int task) {
        return WaitExplanation.of(trace, task, trace.horizonNanos());
    }

    private static TraceBuilder onThread(
            TraceBuilder traceBuilder, int task, int worker, double from, double to) {
        return traceBuilder
                .busy(worker, task, from, to)
                .carriedBy(task, worker)
                .enter(task, Phase.LEASE, from + 0.1)
                .enter(task, Phase.SEND, from + 0.2)
                .enter(task, Phase.WAIT, from + 0.3)
                .answered(task, 200, to);
    }

    private static TraceBuilder exchange(
            TraceBuilder traceBuilder, int task, ConnectionLimit limit, double from, double to) {
        return traceBuilder
                .leases(task, limit)
                .enter(task, Phase.LEASE, 0)
                .enter(task, Phase.SEND, from)
                .answered(task, 200, to);
    }

    private static Exchange on(String connection) {
        return Exchange.begin(0, 0, "http://" + HOST + "/").on(connection, true);
    }

    @Test
    void queuedTaskNamesTheFirstFreeWorkerAndItsPreviousTask() {
        TraceBuilder traceBuilder =
                TraceBuilder.of("https://a.example", "lab:/delay/200", "lab:/delay/400");
        int first = traceBuilder.addWorker("thread-1", WorkerTrack.Role.THREAD);
        int second = traceBuilder.addWorker("thread-2", WorkerTrack.Role.THREAD);
        onThread(traceBuilder, 0, first, 0.2, 300);
        onThread(traceBuilder, 1, second, 0.2, 200);
        onThread(traceBuilder, 2, second, 200.1, 600);
        Trace trace = traceBuilder.finished();

        assertThat(words(trace, 2))
                .containsExactly(
                        "Both workers were busy for 200 ms; the first to be free was thread-2,"
                                + " after lab:/delay/200.");
        assertThat(words(trace, 0))
                .containsExactly(
                        "Waited for nothing: a worker was free, and a connection was there at"
                                + " once.");
    }

    @Test
    void eachDispatchOfAnOffloadedTaskHasItsOwnSentence() {
        TraceBuilder traceBuilder = TraceBuilder.of("lab:/delay/90");
        int loop = traceBuilder.addWorker("loop-1", WorkerTrack.Role.LOOP);
        int helper = traceBuilder.addWorker("offload-1", WorkerTrack.Role.THREAD);
        traceBuilder.enter(0, Phase.READY, 2).carriedBy(0, loop).busy(loop, 0, 3.2, 3.3);
        traceBuilder
                .busy(helper, 0, 4.5, 100)
                .enter(0, Phase.SEND, 4.5)
                .enter(0, Phase.WAIT, 4.6)
                .enter(0, Phase.RECEIVE, 99)
                .enter(0, Phase.READY, 100);
        traceBuilder.busy(loop, 0, 101.2, 101.3).answered(0, 200, 101.2);
        Trace trace = traceBuilder.finished();

        assertThat(words(trace, 0))
                .containsExactly(
                        "It was handed over after 2.0 ms.",
                        "The loop came to it after 1.3 ms.",
                        "A helper thread took it after 1.2 ms.",
                        "The loop came back to it after 1.2 ms.");
        assertThat(WaitExplanation.of(trace, 0, 4_400_000))
                .as("while it waits for one")
                .endsWith("No helper thread has taken it for 1.1 ms.");
    }

    @Test
    void allWaitsForTheGilAreInOneSentence() {
        TraceBuilder traceBuilder = TraceBuilder.of("cpu:20ms", "cpu:20ms");
        int thread = traceBuilder.addWorker("thread-1", WorkerTrack.Role.THREAD);
        traceBuilder.carriedBy(0, thread).enter(0, Phase.COMPUTE, 0);
        traceBuilder.awaitLock(0, 10).enter(0, Phase.COMPUTE, 40);
        traceBuilder
                .awaitLock(0, 50)
                .enter(0, Phase.COMPUTE, 75)
                .end(0, new Outcome.Computed(), 80);
        traceBuilder.awaitLock(1, 0).enter(1, Phase.COMPUTE, 30).end(1, new Outcome.Computed(), 80);
        Trace trace = traceBuilder.finished();

        assertThat(words(trace, 0)).containsExactly("Waited 55 ms in total for the GIL.");
        assertThat(WaitExplanation.of(trace, 0, 60_000_000))
                .containsExactly("Has waited 40 ms in total for the GIL.");
        assertThat(WaitExplanation.longest(trace, 1, trace.horizonNanos()))
                .isEqualTo("Waited 30 ms in total for the GIL.");
    }

    @Test
    void pauseBetweenTwoPollsReleasesTheConnection() {
        ConnectionLimit one = new ConnectionLimit(HOST, 1, ConnectionLimit.Origin.PLAN, 0);
        TraceBuilder traceBuilder = TraceBuilder.of("poll:lab:/jobs", "lab:/a");
        traceBuilder
                .leases(0, one)
                .enter(0, Phase.LEASE, 0)
                .enter(0, Phase.SEND, 0.1)
                .note(0, on("c-1"))
                .enter(0, Phase.PAUSE, 20)
                .leases(0, one)
                .enter(0, Phase.LEASE, 120)
                .enter(0, Phase.SEND, 121)
                .answered(0, 200, 140);
        traceBuilder
                .leases(1, one)
                .enter(1, Phase.LEASE, 0)
                .enter(1, Phase.SEND, 20)
                .note(1, on("c-2"))
                .answered(1, 200, 60);
        Trace trace = traceBuilder.finished();

        assertThat(words(trace, 1))
                .containsExactly(
                        "Waited 20 ms for a connection to "
                                + HOST
                                + ": the only one allowed was in use; a place was free for"
                                + " a new one after poll:lab:/jobs.");
    }

    @Test
    void taskQueuedByALimitNamesTheTaskThatMadeRoom() {
        TraceBuilder traceBuilder =
                TraceBuilder.of("https://a.example", "lab:/delay/200", "lab:/delay/400").limit(2);
        int loop = traceBuilder.addWorker("loop-1", WorkerTrack.Role.LOOP);
        traceBuilder.carriedBy(0, loop).enter(0, Phase.READY, 0.1).fetch(0, 0.2, 1, 300, 301);
        traceBuilder.carriedBy(1, loop).enter(1, Phase.READY, 0.1).fetch(1, 0.2, 1, 200, 201);
        Trace live = traceBuilder.live();
        assertThat(WaitExplanation.of(live, 2, 100_000_000))
                .containsExactly("The limit of 2 tasks at once has been reached for 100 ms.");

        traceBuilder.carriedBy(2, loop).enter(2, Phase.READY, 201.1).fetch(2, 201.2, 202, 600, 601);
        assertThat(words(traceBuilder.finished(), 2).getFirst())
                .isEqualTo(
                        "The limit of 2 tasks at once was reached for 201 ms; there"
                                + " was room again after lab:/delay/200.");
    }

    /** The loop executed its step at once; what it then waited for was not caused by the loop. */
    @Test
    void offloadedTaskWaitedForAHelperNotForTheLoop() {
        TraceBuilder traceBuilder = TraceBuilder.of("lab:/delay/300", "lab:/delay/200");
        int loop = traceBuilder.addWorker("loop-1", WorkerTrack.Role.LOOP);
        int helper = traceBuilder.addWorker("offload-1", WorkerTrack.Role.THREAD);
        for (int task = 0; task < 2; task++) {
            traceBuilder.carriedBy(task, loop).enter(task, Phase.READY, 0.1);
            traceBuilder.busy(loop, task, 0.2 + task * 0.2, 0.3 + task * 0.2);
        }
        traceBuilder.busy(helper, 0, 0.4, 300).fetch(0, 0.5, 1, 299, 300);
        traceBuilder.busy(helper, 1, 300.1, 500).fetch(1, 300.2, 301, 499, 500);

        assertThat(words(traceBuilder.finished(), 1).getLast())
                .isEqualTo(
                        "The only worker, offload-1, was busy with lab:/delay/300 until 300 ms.");
    }

    @Test
    void onlyWorkerIsNamedWithTheTasksItRanMeanwhile() {
        TraceBuilder traceBuilder =
                TraceBuilder.of("https://a.example", "lab:/delay/200", "lab:/delay/400");
        int only = traceBuilder.addWorker("thread-1", WorkerTrack.Role.THREAD);
        onThread(traceBuilder, 0, only, 0.2, 300);
        onThread(traceBuilder, 1, only, 300.1, 500);
        onThread(traceBuilder, 2, only, 500.1, 900);
        Trace trace = traceBuilder.finished();

        assertThat(words(trace, 1))
                .containsExactly(
                        "The only worker, thread-1, was busy with https://a.example until 300 ms.");
        assertThat(words(trace, 2))
                .containsExactly(
                        "The only worker, thread-1, was busy with 2 tasks until 500 ms, the last"
                                + " one lab:/delay/200.");
    }

    @Test
    void queuedTaskReportsHowLongTheWorkersHaveBeenBusy() {
        TraceBuilder traceBuilder = TraceBuilder.of("a", "b");
        int only = traceBuilder.addWorker("thread-1", WorkerTrack.Role.THREAD);
        onThread(traceBuilder, 0, only, 0.2, 300);
        onThread(traceBuilder, 1, only, 300.1, 400);

        assertThat(WaitExplanation.of(traceBuilder.finished(), 1, 120_000_000))
                .containsExactly("The only worker has been busy for 120 ms.");
    }

    @Test
    void taskThatWaitedDespiteAFreeWorkerNamesNoCause() {
        TraceBuilder traceBuilder = TraceBuilder.of("a", "b");
        int first = traceBuilder.addWorker("thread-1", WorkerTrack.Role.THREAD);
        int _ = traceBuilder.addWorker("thread-2", WorkerTrack.Role.THREAD);
        onThread(traceBuilder, 0, first, 0.2, 300);
        onThread(traceBuilder, 1, first, 300.1, 400);

        assertThat(words(traceBuilder.finished(), 1))
                .containsExactly("It was handed over after 300 ms.");
    }

    @Test
    void readyTaskNamesTheTaskThatBlockedTheLoop() {
        TraceBuilder traceBuilder =
                TraceBuilder.of("lab:/delay/400", "lab:/delay/9", "lab:/delay/3", "d");
        int loop = traceBuilder.addWorker("loop-1", WorkerTrack.Role.LOOP);
        traceBuilder
                .busy(loop, 0, 0.5, 401.5)
                .busy(loop, 1, 401.5, 410.5)
                .busy(loop, 2, 410.5, 413.5);
        traceBuilder.busy(loop, 3, 413.5, 420).carriedBy(3, loop);
        for (int task = 0; task < 4; task++) {
            traceBuilder.enter(task, Phase.READY, 0.2);
        }
        traceBuilder.enter(0, Phase.SEND, 0.5).enter(3, Phase.SEND, 413.5).answered(3, 200, 420);
        Trace trace = traceBuilder.finished();

        assertThat(words(trace, 3))
                .containsExactly(
                        "The loop was held by lab:/delay/400 for 401 ms and 2 others for 12 ms.");
        assertThat(words(trace, 0)).containsExactly("The loop came to it after 0.30 ms.");
        assertThat(WaitExplanation.of(trace, 3, 100_200_000))
                .containsExactly(
                        "The loop has not come to it for 100 ms, held by lab:/delay/400 for 100"
                                + " ms.");
    }

    @Test
    void responseDuringABlockedLoopIsExplained() {
        TraceBuilder traceBuilder = TraceBuilder.of("lab:/delay/5", "lab:/big/9");
        int loop = traceBuilder.addWorker("loop-1", WorkerTrack.Role.LOOP);
        traceBuilder.carriedBy(0, loop).enter(0, Phase.SEND, 0).enter(0, Phase.WAIT, 0.1);
        traceBuilder.busy(loop, 0, 0, 0.2).busy(loop, 1, 2, 42).busy(loop, 0, 42.05, 43);
        traceBuilder.enter(0, Phase.RECEIVE, 42.1).answered(0, 200, 43);

        assertThat(words(traceBuilder.finished(), 0))
                .containsExactly(
                        "The reply could be noticed only once the loop was free again: it was held"
                                + " by lab:/big/9 for 40 ms, until 42 ms.");
    }

    @Test
    void connectDuringABlockedLoopIsExplained() {
        TraceBuilder traceBuilder = TraceBuilder.of("lab:/delay/5", "cpu:400ms");
        int loop = traceBuilder.addWorker("loop-1", WorkerTrack.Role.LOOP);
        traceBuilder.carriedBy(0, loop).enter(0, Phase.CONNECT, 0);
        traceBuilder.busy(loop, 0, 0, 0.2).busy(loop, 1, 0.25, 400).busy(loop, 0, 400.05, 401);
        traceBuilder.enter(0, Phase.SEND, 400.1).enter(0, Phase.WAIT, 400.5).answered(0, 200, 406);

        assertThat(WaitExplanation.longest(traceBuilder.finished(), 0, 406_000_000))
                .isEqualTo(
                        "The connection could be noticed only once the loop was free again: it was"
                                + " held by cpu:400ms for 400 ms, until 400 ms.");
    }

    @Test
    void leaseNamesTheLimitAndTheTaskThatMadeRoom() {
        ConnectionLimit two = new ConnectionLimit(HOST, 2, ConnectionLimit.Origin.PLAN, 0);
        TraceBuilder traceBuilder =
                TraceBuilder.of("lab:/delay/60", "lab:/delay/180", "lab:/delay/9");
        exchange(traceBuilder, 0, two, 0.1, 60).note(0, on("c-0000000012"));
        exchange(traceBuilder, 1, two, 0.1, 180).note(1, on("c-0000000013"));
        exchange(traceBuilder, 2, two, 60.1, 70).note(2, on("c-0000000012"));

        assertThat(words(traceBuilder.finished(), 2))
                .containsExactly(
                        "Waited 60 ms for a connection to 127.0.0.1:1234: both allowed were in use;"
                                + " the first to be free was c-12, after lab:/delay/60.");
    }

    @ParameterizedTest
    @CsvSource({
        "OVERLAP, allowed by Overlap by default",
        "MANNERS, allowed by Overlap for other people's hosts"
    })
    void defaultLimitsAreNamedAsSuch(ConnectionLimit.Origin origin, String words) {
        ConnectionLimit own = new ConnectionLimit("a.example:443", 1, origin, 0);
        TraceBuilder traceBuilder = TraceBuilder.of("https://a.example/1", "https://a.example/2");
        exchange(traceBuilder, 0, own, 0.1, 60).note(0, on("c-1"));
        exchange(traceBuilder, 1, own, 60.1, 70).note(1, on("c-2"));

        assertThat(words(traceBuilder.finished(), 1))
                .containsExactly(
                        "Waited 60 ms for a connection to a.example:443: the only one "
                                + words
                                + " was in use; a place was free for a new one after"
                                + " https://a.example/1.");
    }

    @Test
    void totalLimitIsDistinguishedFromTheHostLimit() {
        TraceBuilder traceBuilder = TraceBuilder.of("a", "b", "c");
        exchange(
                traceBuilder,
                0,
                new ConnectionLimit("a:80", 6, ConnectionLimit.Origin.OVERLAP, 2),
                0.1,
                60);
        exchange(
                traceBuilder,
                1,
                new ConnectionLimit("b:80", 6, ConnectionLimit.Origin.OVERLAP, 2),
                0.1,
                90);
        exchange(
                traceBuilder,
                2,
                new ConnectionLimit("c:80", 6, ConnectionLimit.Origin.OVERLAP, 2),
                60.1,
                70);
        traceBuilder.note(2, on("c-3"));

        assertThat(words(traceBuilder.finished(), 2))
                .containsExactly(
                        "Waited 60 ms for a connection to c:80: both allowed in"
                                + " total were in use; a place was free for a new one after a.");
    }

    @Test
    void slowLeaseWithoutALimitNamesNoCause() {
        TraceBuilder traceBuilder = TraceBuilder.of("a");
        exchange(
                traceBuilder,
                0,
                new ConnectionLimit(HOST, 100_000, ConnectionLimit.Origin.NONE, 0),
                5,
                60);

        assertThat(words(traceBuilder.finished(), 0))
                .containsExactly("Waited 5.0 ms for a connection to 127.0.0.1:1234.");
    }
}
