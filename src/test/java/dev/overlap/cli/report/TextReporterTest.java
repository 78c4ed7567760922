package dev.overlap.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.report.RunReport;
import dev.overlap.testkit.ComparisonBuilder;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;
import dev.overlap.trace.WorkerTrack.Role;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

/** The lines about workers in the summary of a run. */
class TextReporterTest {

    private static List<String> lines(Trace trace) {
        return TextReporter.summary(
                new RunReport(
                        TraceBuilder.plan("process-pool", "lab:/a"),
                        "Processes",
                        Instant.EPOCH,
                        trace,
                        RunReport.Look.DEFAULT));
    }

    @Test
    void workersAreCountedByKindWithTheirContextSwitches() {
        TraceBuilder traceBuilder = TraceBuilder.of("lab:/a");
        int loop = traceBuilder.addWorker("loop-1", Role.LOOP);
        traceBuilder.addWorker("offload-1", Role.THREAD);
        traceBuilder.addWorker("offload-2", Role.THREAD);
        traceBuilder.enter(0, Phase.WAIT, 1).answered(0, 200, 5).busy(loop, 0, 1, 2);

        assertThat(lines(traceBuilder.finished()))
                .contains(
                        "Workers            2 threads, 1 loop",
                        "Context switches   1 voluntary, involuntary ones are not reported here");
    }

    @Test
    void processesAreListedWithTheirCpuTime() {
        Trace trace = new Trace(List.of("lab:/a"));
        TraceRecorder recorder = new TraceRecorder(trace);
        recorder.begin();
        for (String name : List.of("process-1", "process-2")) {
            int process = recorder.addWorker(name, Role.PROCESS);
            recorder.used(process, 600_000_000);
            recorder.forced(process, 3);
        }
        recorder.finish();

        assertThat(lines(trace))
                .contains(
                        "Processes' CPU     1.20 s, start-up included",
                        "Workers            2 processes",
                        "Context switches   0 voluntary, 6 involuntary");
    }

    @Test
    void whatTasksShareIsListedAndWhatItBounds() {
        TraceBuilder builder = TraceBuilder.of("a", "b");
        int lock = builder.addResource("account", ResourceTrack.Type.LOCK, 1);
        int permit = builder.addResource("db", ResourceTrack.Type.PERMIT, 2);
        int queue = builder.addResource("orders", ResourceTrack.Type.QUEUE, 3);
        int counter = builder.addResource("hits", ResourceTrack.Type.COUNTER, 1);
        int safe = builder.addResource("safe", ResourceTrack.Type.COUNTER, 1);
        int copied = builder.addResource("own", ResourceTrack.Type.COUNTER, 1);
        builder.hold(lock, 0, 0, 0, 200).hold(lock, 1, 10, 200, 400);
        builder.hold(permit, 0, 100, 100, 150).put(queue, 0, 200, 235);
        builder.counted(counter, -1, 10, 5).counted(safe, -1, 1_000, 1_000);
        builder.counted(copied, -1, 0, 0).counted(copied, 3, 4, 4).counted(copied, 4, 3, 3);
        builder.enter(0, Phase.PAUSE, 0).end(0, new Outcome.Done(), 250);
        builder.enter(1, Phase.BLOCKED, 10).enter(1, Phase.PAUSE, 200);
        builder.end(1, new Outcome.Done(), 450);

        assertThat(lines(builder.finished()))
                .contains(
                        "Tasks alone      total unknown, the longest 250 ms",
                        "Lower bound      400 ms, steps inside lock account, alone",
                        "Lock account     held 400 ms of 450 ms, waited 190 ms, at most 1"
                                + " waiting",
                        "Permit db        held 50 ms of 450 ms, no task had to wait",
                        "Queue orders     waited 35 ms, at most 1 waiting",
                        "Counter hits     5 of 10: 5 updates lost",
                        "Counter safe     1,000 of 1,000: no update lost",
                        "Counter own      not shared: 4, 3 in 2 processes",
                        "Speed-up         unknown",
                        "Tasks            2 done, 0 failed");
    }

    @Test
    void busyMachineIsToldInTheLastLine() {
        assertThat(lines(ComparisonBuilder.late()).getLast())
                .isEqualTo("This machine was busy: replies came up to 143 ms late.");
    }

    @Test
    void workersAreNotMentionedIfThereAreNone() {
        assertThat(lines(TraceBuilder.of("lab:/a").finished()))
                .noneMatch(
                        line -> line.startsWith("Workers") || line.startsWith("Context switches"));
    }
}
