package dev.overlap.program.tracer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.overlap.lab.Lab;
import dev.overlap.program.tracer.TracedTask.Span;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Structures of traced asyncio programs; no time is asserted but those that a server declares. */
class TracedCoroutinesTest {

    @TempDir Path folder;

    private Lab lab;

    @BeforeEach
    void openLab() throws IOException {
        lab = Lab.start();
    }

    @AfterEach
    void closeLab() {
        lab.close();
    }

    private EventStream trace(Interpreter python, String file) {
        List<EventStream> streams =
                TracedProgram.of(folder, python, file)
                        .with("LAB", lab.uri().toString())
                        .with("OVERLAP_HOSTS", hosts())
                        .traceUnchanged(new TracedProgram.Result(0, expectedOutput(file), ""));
        assertThat(streams).hasSize(1);
        assertThat(streams.getFirst().notes()).isEmpty();
        assertThat(streams.getFirst().saidGoodbye()).isTrue();
        return streams.getFirst();
    }

    /** What they print is known, so they are not run untraced as well. */
    private static String expectedOutput(String file) {
        return switch (file) {
            case "staircase.py" -> "200\n200\n200\n";
            case "loop.py" ->
                    """
                    [0.05, '200']
                    [None, ValueError('no such thing')]
                    cancelled
                    0.03
                    """;
            case "libraries.py" -> "[True, True, True]\n[200, 200]\n[200, 200]\n200\n";
            default -> "";
        };
    }

    /** Each name has an address of its own, and the ports of the lab. */
    private String hosts() {
        int port = lab.uri().getPort();
        return "www.google.com=127.77.0.1/%1$d/9,www.linkedin.com=127.77.0.2/%1$d/9,www.quora.com=127.77.0.3/%1$d/9"
                .formatted(port);
    }

    @Test
    void blockingCallsInCoroutinesAreAStaircaseOnAHeldLoop() {
        EventStream stream = trace(Interpreter.with("requests"), "staircase.py");

        assertThat(stream.tasks())
                .extracting(TracedTask::name)
                .containsExactly(
                        "main()",
                        "get_response('http://www.google.com/delay/300')",
                        "get_response('http://www.linkedin.com/delay/200')",
                        "get_response('http://www.quora.com/delay/250')");
        TracedTask main = stream.task("main()");
        List<TracedTask> fetches = stream.tasks("get_response");
        assertThat(fetches).allMatch(task -> task.maker() == main.number());
        assertThat(fetches).allMatch(task -> task.place().matches(".*staircase\\.py:\\d+"));
        assertThat(main.longest("AWAIT").awaited())
                .isEqualTo(fetches.stream().map(TracedTask::number).toList());
        List<Span> waits = fetches.stream().map(task -> task.longest("WAIT")).toList();
        for (int i = 0; i < waits.size(); i++) {
            assertThat(fetches.get(i).millisToReply())
                    .isGreaterThanOrEqualTo(List.of(300, 200, 250).get(i));
            assertThat(fetches.get(i).phases())
                    .containsSubsequence("READY", "DNS", "CONNECT", "SEND", "WAIT", "RECEIVE");
            if (i > 0) {
                assertThat(waits.get(i).start()).isGreaterThan(waits.get(i - 1).end());
                assertThat(fetches.get(i).longest("READY").end())
                        .isGreaterThan(waits.get(i - 1).end());
            }
        }
        double all = (waits.getLast().end() - waits.getFirst().start()) / 1e6;
        assertThat(stream.busyMillis("loop")).isGreaterThan(0.9 * all);
        assertThat(stream.named("busy")).isNotEmpty(); // told while the steps lasted
    }

    @Test
    void aCoroutineSaysWhatItWaitsFor() {
        EventStream stream = trace(Interpreter.since(8), "loop.py");

        assertThat(stream.task("asks(").millisToReply()).isGreaterThan(100);
        assertThat(stream.task("waits_for(").longest("BLOCKED").on()).isEqualTo("Event.wait");
        assertThat(stream.task("guarded('a'").phases()).doesNotContain("BLOCKED");
        assertThat(stream.task("guarded('b'").longest("BLOCKED").on())
                .isEqualTo("Semaphore.acquire");
        TracedTask offloads = stream.task("offloads(");
        TracedTask job = stream.task("time.sleep(0.1)");
        assertThat(job.kind()).isEqualTo("job");
        assertThat(job.maker()).isEqualTo(offloads.number());
        assertThat(offloads.longest("AWAIT").awaited()).containsExactly(job.number());
        assertThat(job.millis("PAUSE")).isGreaterThanOrEqualTo(100);
        assertThat(stream.task("fails(").end()).isEqualTo("error ValueError");
        assertThat(stream.task("nap(3600)").end()).isEqualTo("cancelled");
        assertThat(stream.task("main()").spans("AWAIT").map(Span::on)).contains("gather");
    }

    @Test
    void aBlockedStepHoldsTheOthersReady() {
        EventStream stream = trace(Interpreter.since(8), "loop.py");

        Span pause = stream.task("blocks(").longest("PAUSE");
        TracedTask computes = stream.task("computes(");
        assertThat(computes.longest("READY").end()).isGreaterThan(pause.end());
        assertThat(stream.tasks("nap(0.05)").getLast().longest("READY").end())
                .isGreaterThanOrEqualTo(pause.end());
    }

    @Test
    void whatIsDueWhileTheLoopIsHeldIsReadyOnlyAsFarAsItIsKnown() {
        EventStream stream = trace(Interpreter.since(8), "held.py");

        Span held = stream.task("holds(").spans("PAUSE").toList().getLast();
        TracedTask naps = stream.task("naps(");
        assertThat(naps.longest("READY").overlaps(held)).isTrue(); // a timer is known
        assertThat(naps.longest("READY").millis()).isGreaterThan(50);
        assertThat(stream.task("asks(").spans("READY").filter(ready -> ready.overlaps(held)))
                .isEmpty(); // before select nobody knows of the answer
    }

    @Test
    void librariesTellTheirExchangesAndHelpersAreMarked() {
        EventStream stream =
                trace(Interpreter.with("requests", "aiohttp", "httpx"), "libraries.py");

        assertThat(stream.tasks())
                .extracting(task -> task.kind() + " " + task.name().replaceAll("http.*", "..."))
                .containsExactlyInAnyOrder(
                        "coroutine main()",
                        "coroutine with_aio...",
                        "coroutine with_aio...",
                        "coroutine with_aio...",
                        "coroutine with_...",
                        "coroutine with_...",
                        "coroutine to_thread(fetch, 200)",
                        "coroutine to_thread(fetch, 150)",
                        "job fetch(200)",
                        "job fetch(150)",
                        "call GET ...");
        assertThat(stream.allTasks()).filteredOn(TracedTask::isAux).isNotEmpty();
        assertOverlap(stream.tasks("with_aiohttp("));
        assertOverlap(stream.tasks("with_httpx("));
        assertOverlap(stream.tasks("fetch("));
        for (TracedTask task : stream.tasks("to_thread(")) {
            assertThat(task.longest("AWAIT").awaited()).hasSize(1);
        }
        assertThat(stream.named("exchange")).hasSize(8);
        assertThat(stream.named("exchange.end"))
                .hasSize(8)
                .allMatch(end -> end.path("status").asInt() == 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"asyncio's", "own"})
    void aLoopThatWaitsIsNotBusy(String iteration) {
        EventStream stream =
                TracedProgram.of(folder, Interpreter.since(8), "idle.py", List.of(iteration))
                        .traceUnchanged(new TracedProgram.Result(0, "", ""))
                        .getFirst();

        double naps = stream.task("naps(").millis();
        double idle = naps + stream.task("holds(").millis() - stream.busyMillis("loop");
        assertThat(stream.busyMillis("loop")).isGreaterThan(50); // held by a blocking call
        assertThat(idle).isGreaterThan(100); // of 300 in which nothing could run
    }

    @Test
    void aSignalHandlerMayComeInBetweenAnywhere() {
        List<EventStream> streams =
                TracedProgram.of(folder, Interpreter.since(8), "handler.py")
                        .traceUnchanged(new TracedProgram.Result(0, "True\n", ""));

        assertThat(streams.getFirst().named("kill").count()).isGreaterThanOrEqualTo(200);
        assertThat(streams.getFirst().saidGoodbye()).isTrue();
    }

    private static void assertOverlap(List<TracedTask> tasks) {
        List<Span> waits = new ArrayList<>();
        for (TracedTask task : tasks) {
            waits.add(task.longest("WAIT"));
        }
        assertThat(waits).allMatch(wait -> wait.overlaps(waits.getFirst()));
        assertThat(tasks).allMatch(task -> task.end().equals("ok"));
    }

    @TestFactory
    Stream<DynamicTest> eagerTasksRunWhileTheyAreMade() {
        Interpreter.since(12);
        return Interpreter.ofEachVersion().stream()
                .filter(python -> python.minor() >= 12)
                .map(python -> dynamicTest("3." + python.minor(), () -> assertRunsEagerly(python)));
    }

    private void assertRunsEagerly(Interpreter python) {
        EventStream stream =
                TracedProgram.of(folder, python, "eager.py")
                        .traceUnchanged(new TracedProgram.Result(0, "[1, 2, 3]\n", ""))
                        .getFirst();

        List<TracedTask> atOnce = stream.tasks("at_once(");
        assertThat(atOnce).hasSize(2).allMatch(task -> task.millis("PAUSE") >= 30);
        assertThat(atOnce.getFirst().longest("PAUSE").overlaps(atOnce.getLast().longest("PAUSE")))
                .isFalse();
        assertThat(stream.task("later(").millis("PAUSE")).isGreaterThanOrEqualTo(70);
        assertThat(stream.tasks()).allMatch(task -> task.end().equals("ok"));
    }

    @TestFactory
    Stream<DynamicTest> aTaskThatIsDoneIsNeverAskedForItsCoroutine() {
        return Interpreter.ofEachVersion().stream()
                .map(python -> dynamicTest("3." + python.minor(), () -> assertIsNotAsked(python)));
    }

    private void assertIsNotAsked(Interpreter python) {
        TracedProgram program = TracedProgram.of(folder, python, "done_tasks.py");
        TracedProgram.Result untraced = program.run();

        EventStream stream = program.traceUnchanged(untraced).getFirst();

        assertThat(untraced.status()).isZero();
        assertThat(stream.task("nap(1)").end()).isEqualTo("ok"); // made past the loop
        assertThat(stream.task("nap(6)").end()).isEqualTo("cancelled");
        assertThat(stream.notes()).isEmpty();
    }

    @Test
    void aLoopWithinAStepHasALaneOfItsOwn() {
        EventStream stream =
                TracedProgram.of(folder, Interpreter.since(8), "nested.py")
                        .traceUnchanged(new TracedProgram.Result(0, "inner\n", ""))
                        .getFirst();

        TracedTask nests = stream.task("nests(");
        TracedTask inner = stream.task("inner(");
        assertThat(inner.maker()).isEqualTo(nests.number());
        assertThat(nests.spans("AWAIT").map(Span::on)).containsExactly("loop");
        assertThat(nests.longest("AWAIT").overlaps(inner.longest("PAUSE"))).isTrue();
        assertThat(nests.millis("PAUSE")).isGreaterThanOrEqualTo(40); // in its own loop again
        assertThat(stream.task("waits(").spans().getFirst().end())
                .isGreaterThan(inner.spans().getLast().end()); // its loop was held
        assertThat(stream.named("worker").map(worker -> worker.path("kind").asString("")))
                .containsExactlyInAnyOrder("loop", "loop");
        assertThat(stream.tasks()).allMatch(task -> task.end().equals("ok"));
    }
}
