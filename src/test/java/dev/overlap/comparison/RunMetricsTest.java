package dev.overlap.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;
import dev.overlap.trace.WorkerTrack.Role;

import org.junit.jupiter.api.Test;

import java.util.List;

class RunMetricsTest {

    @Test
    void loopCountsAsAThreadAndUnsuccessfulTasksAreCountedByKind() {
        TraceBuilder traceBuilder = TraceBuilder.of("a", "b", "c", "d");
        traceBuilder.addWorker("loop-1", Role.LOOP);
        traceBuilder.addWorker("offload-1", Role.THREAD);
        traceBuilder.addWorker("process-1", Role.PROCESS);
        traceBuilder.enter(0, Phase.WAIT, 0).enter(1, Phase.WAIT, 0).answered(0, 500, 5);
        traceBuilder
                .failed(1, FailureKind.RESET, 5)
                .end(2, new Outcome.Cancelled(), 6)
                .end(3, new Outcome.Cancelled(), 6);
        Trace trace = traceBuilder.finished();
        RunMetrics metrics = RunMetrics.of(trace);
        assertThat(metrics).isEqualTo(new RunMetrics(2, 0, 1, 2, 4, 1, 2));
        assertThat(RunMetrics.undoneIn(trace)).isEqualTo(3);
    }

    @Test
    void virtualThreadsAndTheirCarriersAreCounted() {
        Trace trace = new Trace(List.of("a", "b", "c"));
        TraceRecorder recorder = new TraceRecorder(trace);
        recorder.begin();
        for (int task = 0; task < 3; task++) {
            int worker = recorder.addWorker("virtual-" + task, Role.VIRTUAL_THREAD);
            recorder.busy(worker, task);
            recorder.setCarrier(worker, task % 2);
            recorder.idle(worker);
            recorder.end(task, new Outcome.Computed());
        }
        recorder.finish();
        RunMetrics metrics = RunMetrics.of(trace);
        assertThat(metrics.threads()).isEqualTo(2);
        assertThat(metrics.virtualThreads()).isEqualTo(3);
    }
}
