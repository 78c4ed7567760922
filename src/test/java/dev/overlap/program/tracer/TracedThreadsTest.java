package dev.overlap.program.tracer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.lab.Lab;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Structures of traced programs with threads and processes. */
class TracedThreadsTest {

    @TempDir Path folder;

    @Test
    void threadsLocksQueuesAndJobsSayWhatTheyWaitFor() {
        EventStream stream =
                TracedProgram.of(folder, Interpreter.since(8), "threads.py")
                        .traceUnchanged(
                                new TracedProgram.Result(0, "got it\n14\n25\nFalse True\n", ""))
                        .getFirst();

        assertThat(stream.task("hold('first'").phases()).doesNotContain("BLOCKED");
        assertThat(stream.task("hold('second'").longest("BLOCKED").on())
                .isEqualTo("Lock of threads.py:8");
        assertThat(stream.task("consume(").longest("BLOCKED").on()).isEqualTo("Queue.get");
        List<TracedTask> jobs = stream.tasks("job(");
        assertThat(jobs).hasSize(5).allMatch(job -> job.phases().getFirst().equals("QUEUED"));
        assertThat(jobs.subList(2, 4)) // of a pool of two
                .allMatch(job -> job.longest("QUEUED").millis() > 50);
        assertThat(stream.task("gather(").spans("AWAIT").flatMap(span -> span.awaited().stream()))
                .contains(jobs.getLast().number());
        assertThat(stream.tasks("compute(")).allMatch(task -> task.millis("COMPUTE") >= 50);
        assertThat(stream.named("idle").filter(idle -> idle.path("cpu").asLong() > 45_000_000))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(stream.task("threads.py").kind()).isEqualTo("call");
        assertThat(stream.tasks()).allMatch(task -> task.end().equals("ok"));
    }

    @Test
    void eachRequestOfASequentialProgramIsARow() throws IOException {
        try (Lab lab = Lab.start()) {
            EventStream stream =
                    TracedProgram.of(folder, Interpreter.with("requests"), "sequential.py")
                            .with("LAB", lab.uri().toString())
                            .traceUnchanged(
                                    new TracedProgram.Result(0, "200\n200\n200 True\ndone\n", ""))
                            .getFirst();

            assertThat(stream.tasks())
                    .extracting(task -> task.name().replaceAll(".*:\\d+", ""))
                    .containsExactly(
                            "/delay/120", "/delay/80", "/delay/60", "/delay/40", "/delay/40");
            assertThat(stream.tasks())
                    .allMatch(task -> task.kind().equals("call") && task.end().equals("ok"))
                    .allMatch(task -> task.millisToReply() >= 40);
            assertThat(stream.named("exchange").map(begun -> begun.path("reused").asBoolean()))
                    .containsExactly(false, false, false, false, true);
        }
    }

    @Test
    void aRequestOfAJobBelongsToItInAProcessToo() throws IOException {
        try (Lab lab = Lab.start()) {
            List<EventStream> streams =
                    TracedProgram.of(folder, Interpreter.since(8), "pool_fetch.py")
                            .with("LAB", lab.uri().toString())
                            .traceUnchanged(new TracedProgram.Result(0, "[200, 200, 200]\n", ""));

            List<TracedTask> done =
                    streams.stream().skip(1).flatMap(stream -> stream.tasks().stream()).toList();
            assertThat(done)
                    .extracting(TracedTask::name)
                    .containsExactlyInAnyOrder(
                            "fetch('/delay/40')", "fetch('/delay/50')", "fetch('/delay/60')");
            assertThat(done).allMatch(task -> task.millisToReply() >= 40);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fork", "spawn", "forkserver"})
    void jobsOfProcessesAreKnownOnBothSides(String method) {
        List<EventStream> streams =
                TracedProgram.of(folder, Interpreter.since(8), "processes.py", List.of(method))
                        .traceUnchanged(
                                new TracedProgram.Result(
                                        0,
                                        """
                                        [0, 1, 4, 9, 16]
                                        [3, 7]
                                        11
                                        [49, 64]
                                        [0, 1, 4]
                                        42
                                        hello
                                        0
                                        """,
                                        ""));

        EventStream parent = streams.getFirst();
        assertThat(parent.tasks())
                .hasSize(15)
                .allMatch(task -> !task.id().isEmpty() && task.phases().contains("QUEUED"));
        Set<String> ended = new HashSet<>();
        for (EventStream child : streams.subList(1, streams.size())) {
            for (TracedTask task : child.tasks()) {
                assertThat(task.end()).as("%s", task).isEqualTo("ok");
                assertThat(task.phases()).contains("COMPUTE");
                ended.add(task.id());
            }
        }
        assertThat(ended)
                .isEqualTo(parent.tasks().stream().map(TracedTask::id).collect(Collectors.toSet()));
        int pid = parent.hello().path("pid").asInt();
        assertThat(streams.subList(1, streams.size()))
                .allMatch(child -> child.hello().path("ppid").asInt() == pid)
                .flatExtracting(child -> child.named("worker").toList())
                .filteredOn(worker -> worker.path("kind").asString("").equals("process"))
                .extracting(worker -> worker.path("name").asString(""))
                .doesNotContain("MainThread")
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fork", "spawn", "forkserver"})
    void howAProcessEndsIsKnown(String method) {
        TracedProgram program =
                TracedProgram.of(folder, Interpreter.since(8), "ends.py", List.of(method));
        TracedProgram.Result untraced = program.run();

        List<EventStream> streams = program.traceUnchanged(untraced);

        assertThat(untraced.output()).isEqualTo("[1, 2, 3]\n[0, 1, 3, -15, -9]\n");
        EventStream parent = streams.getFirst();
        Map<String, String> ends = new HashMap<>();
        for (EventStream child : streams.subList(1, streams.size())) {
            child.tasks().stream()
                    .filter(task -> task.kind().equals("process") && !task.end().isEmpty())
                    .forEach(task -> ends.put(task.name(), task.end()));
        }
        assertThat(ends)
                .isEqualTo(
                        Map.of(
                                "returns()", "ok",
                                "fails(1)", "error LookupError",
                                "exits(3)", "error SystemExit"));
        assertThat(parent.task("sleeps()").end()).isEqualTo("cancelled");
        assertThat(parent.task("dies()").said()).isEqualTo("ended by signal 9");
        assertThat(parent.task("returns()").end()).isEqualTo("ok");
        List<Integer> silent =
                streams.stream()
                        .filter(stream -> stream.named("worker").findAny().isPresent())
                        .filter(stream -> !stream.saidGoodbye())
                        .map(EventStream::pid)
                        .filter(pid -> !parent.killed().contains(pid))
                        .toList();
        assertThat(silent).as("at most the one that kills itself").hasSizeLessThanOrEqualTo(1);
        assertThat(parent.killed()).hasSizeGreaterThanOrEqualTo(1);
    }

    @Test
    void theMainThreadDoesNotComputeWhileItsLoopRuns() {
        EventStream stream =
                TracedProgram.of(folder, Interpreter.since(8), "main_thread.py")
                        .traceUnchanged(new TracedProgram.Result(0, "", ""))
                        .getFirst();

        TracedTask.Span loop = stream.task("main_thread.py").longest("AWAIT");
        assertThat(loop.on()).isEqualTo("loop");
        assertThat(loop.millis()).isGreaterThanOrEqualTo(100);
    }

    @Test
    void noEndIsLost() {
        EventStream stream =
                TracedProgram.of(folder, Interpreter.since(8), "many.py")
                        .traceUnchanged(new TracedProgram.Result(0, "1124250\n", ""))
                        .getFirst();

        assertThat(stream.tasks()).hasSize(1500).allMatch(task -> task.end().equals("ok"));
        assertThat(stream.named("bye").map(bye -> bye.path("lost").asInt())).containsExactly(0);
    }
}
