package dev.overlap.session.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.TraceSnapshot;
import dev.overlap.trace.CollectRule;
import dev.overlap.trace.ConnectAttempt;
import dev.overlap.trace.ConnectionLimit;
import dev.overlap.trace.Deadlock;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;
import dev.overlap.trace.WaitDetail;
import dev.overlap.trace.WorkerTrack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Holds that the log knows whatever can be recorded: each method of the recorder changes the log,
 * and what it has recorded comes back. A method that is not in the table is a failure.
 */
class RecorderMethodsTest {

    private static final long ZERO = 1_000;
    private static final Exchange EXCHANGE = Exchange.begin(0, 3, "http://h/");

    /** They return something and record nothing. */
    private static final Set<String> READERS = Set.of("trace", "zeroNanoTime", "now");

    private record Call(String event, Consumer<TraceRecorder> calling) {}

    /**
     * A call per method, and the event that tells of it. Overloads that add the instant are one.
     */
    private static final Map<String, Call> CALLS =
            Map.ofEntries(
                    call("begin", EventName.BEGIN, it -> it.begin(ZERO)),
                    call("enter(Phase)", EventName.PHASE, it -> it.enter(0, Phase.WAIT, 1_005)),
                    call("enter(WaitDetail)", "\"what\":\"gather\"", RecorderMethodsTest::await),
                    call("addTask", "\"at\":\"x.py:3\"", it -> it.addTask("b", "x.py:3")),
                    call("addNote", EventName.NOTE, it -> it.addNote("steps are not seen")),
                    call("awaitLock", "\"on\":\"gil\"", it -> it.awaitLock(0, 1_005)),
                    call("cpu", EventName.CPU, it -> it.cpu(0, 77)),
                    call("leases", EventName.LEASE, it -> it.leases(0, limit())),
                    call("releases", EventName.RELEASE, RecorderMethodsTest::release),
                    call("end", EventName.END, it -> it.end(0, new Outcome.Done(), 1_009)),
                    call("note(Exchange)", EventName.EXCHANGE, it -> it.note(0, EXCHANGE)),
                    call("note(Exchange) with a connection", EventName.USE, it -> connect(it)),
                    call("note(ConnectAttempt)", EventName.ATTEMPT, it -> it.note(0, attempt())),
                    call("setWorker", EventName.DISPATCH, it -> it.setWorker(0, worker(it))),
                    call("addWorker", EventName.WORKER, RecorderMethodsTest::worker),
                    call("addResource", EventName.RESOURCE, RecorderMethodsTest::resource),
                    call("asks", EventName.ASK, RecorderMethodsTest::ask),
                    call("granted", EventName.GRANT, it -> it.granted(ask(it), 1_006)),
                    call("ended", EventName.GIVE, it -> it.ended(ask(it), 1_007)),
                    call("filled", EventName.LEVEL, it -> it.filled(resource(it), 2, 1_003)),
                    call(
                            "accessed",
                            EventName.WRITE,
                            it -> it.accessed(resource(it), 0, true, 9, 1_003)),
                    call("counted", EventName.COUNT, it -> it.counted(resource(it), copy())),
                    call("found", EventName.STUCK, it -> it.found(deadlock(resource(it)))),
                    call("beginStep", EventName.STEP, it -> it.beginStep(0, 1, 1_002)),
                    call("endStep", EventName.STEP_END, RecorderMethodsTest::step),
                    call("collects", EventName.COLLECTS, it -> it.collects(CollectRule.FIRST)),
                    call("collected", EventName.COLLECTED, it -> it.collected(0, 1_006)),
                    call("limit", EventName.LIMIT, it -> it.limit(3)),
                    call("setCarrier", "\"carrier\"", it -> it.setCarrier(busy(it), 4)),
                    call("forced", "\"forced\"", it -> it.forced(worker(it), 5)),
                    call("starts", EventName.WORKER_START, it -> it.starts(worker(it), -1, 1_004)),
                    call("started", EventName.WORKER_READY, RecorderMethodsTest::start),
                    call("used", EventName.WORKER_END, it -> it.used(worker(it), 6)),
                    call("helper", EventName.HELPER, it -> it.helper("timer")),
                    call("busy", EventName.BUSY, RecorderMethodsTest::busy),
                    call("busyOn", "\"tid\":7", it -> it.busyOn(worker(it), 1, 7, 1_002)),
                    call("busyFor", "\"w\":0,\"k\":1", it -> it.busyFor(busy(it), 1)),
                    call("idle", EventName.SLICE, it -> it.idle(busy(it), 1_008)),
                    call("finish", "\"finished\":true", TraceRecorder::finish));

    private static Map.Entry<String, Call> call(
            String method, String event, Consumer<TraceRecorder> calling) {
        return Map.entry(method, new Call(event, calling));
    }

    private static ConnectionLimit limit() {
        return new ConnectionLimit("h:80", 6, ConnectionLimit.Origin.OVERLAP, 9);
    }

    private static ConnectAttempt attempt() {
        return ConnectAttempt.begin(0, 1, "::1", 3);
    }

    private static ResourceTrack.Copy copy() {
        return new ResourceTrack.Copy(-1, 4, 3);
    }

    private static Deadlock deadlock(int resource) {
        ResourceTrack.Purpose purpose = ResourceTrack.Purpose.TAKE;
        return new Deadlock(8, List.of(new Deadlock.StuckWait(0, resource, purpose, List.of(1))));
    }

    private static void await(TraceRecorder it) {
        it.enter(0, Phase.AWAIT, new WaitDetail("gather", List.of(1)), 1_005);
        it.enter(0, Phase.AWAIT, new WaitDetail("join", List.of()), 1_007);
    }

    private static void release(TraceRecorder it) {
        it.enter(0, Phase.RECEIVE, 1_001);
        it.releases(0, 1_008);
    }

    private static void connect(TraceRecorder it) {
        it.enter(0, Phase.CONNECT, 1_001);
        it.enter(0, Phase.SEND, 1_002);
        it.note(0, EXCHANGE.on("c-1", false));
    }

    private static int worker(TraceRecorder it) {
        return it.addWorker("thread-1", WorkerTrack.Role.VIRTUAL_THREAD, 1_001);
    }

    private static int busy(TraceRecorder it) {
        int worker = worker(it);
        it.busy(worker, -1, 1_002);
        return worker;
    }

    private static void start(TraceRecorder it) {
        int worker = worker(it);
        it.starts(worker, -1, 1_002);
        it.started(worker, 1_004);
    }

    private static int resource(TraceRecorder it) {
        return it.addResource("r", ResourceTrack.Type.QUEUE, 2);
    }

    private static ResourceTrack.Use ask(TraceRecorder it) {
        return it.asks(resource(it), 0, ResourceTrack.Purpose.HOLD, 1_002, 1, List.of(1));
    }

    private static void step(TraceRecorder it) {
        it.beginStep(0, 1, 1_002);
        it.endStep(0, 1, 1_003);
    }

    private static Set<String> methods() {
        return CALLS.keySet();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void whatAMethodRecordsIsInTheLogAndComesBack(String method) {
        Call call = CALLS.get(method);
        Trace trace = new Trace(List.of("a", "b"));
        TraceRecorder recorder = new TraceRecorder(trace);
        if (!method.equals("begin")) {
            recorder.begin(ZERO);
        }
        String field = call.event.startsWith("\"") ? call.event : "\"e\":\"" + call.event + "\"";
        assertThat(Reopened.log(Reopened.run(trace))).doesNotContain(field);

        call.calling.accept(recorder);

        assertThat(Reopened.log(Reopened.run(trace))).contains(field);
        assertThat(TraceSnapshot.differences(trace, Reopened.trace(trace), 20)).isEmpty();
    }

    @Test
    void noMethodOfTheRecorderIsMissingHere() {
        Set<String> known =
                CALLS.keySet().stream()
                        .map(name -> name.replaceAll("[( ].*", ""))
                        .collect(Collectors.toSet());

        assertThat(recording()).isNotEmpty().isSubsetOf(known);
        assertThat(known).isSubsetOf(recording());
    }

    /** Returns the names of the public methods that record something. */
    private static Set<String> recording() {
        return Arrays.stream(TraceRecorder.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .filter(name -> !READERS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** An overload must not record more than its namesake, which a table of names cannot tell. */
    @Test
    void namesakesDifferByTheInstantOnlyOrAreListedBoth() {
        Map<String, List<String>> byName =
                Arrays.stream(TraceRecorder.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .filter(method -> !method.isSynthetic())
                        .collect(
                                Collectors.groupingBy(
                                        Method::getName,
                                        Collectors.mapping(
                                                RecorderMethodsTest::withoutInstant,
                                                Collectors.toList())));

        byName.forEach(
                (name, parameters) -> {
                    long kinds = parameters.stream().distinct().count();
                    long listed =
                            CALLS.keySet().stream()
                                    .filter(key -> key.startsWith(name + "("))
                                    .count();
                    assertThat(kinds).as(name).isLessThanOrEqualTo(Math.max(1, listed));
                });
    }

    private static String withoutInstant(Method method) {
        String parameters =
                Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(","));
        return parameters.replaceAll(",?long$", "");
    }
}
