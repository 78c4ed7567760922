package dev.overlap.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.export.RunReport;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Phase;
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
    void workersAreNotMentionedIfThereAreNone() {
        assertThat(lines(TraceBuilder.of("lab:/a").finished()))
                .noneMatch(
                        line -> line.startsWith("Workers") || line.startsWith("Context switches"));
    }
}
