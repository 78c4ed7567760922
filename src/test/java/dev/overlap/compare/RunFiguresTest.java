package dev.overlap.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.Story;
import dev.overlap.trace.Failure;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Recorder;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack.Role;

import org.junit.jupiter.api.Test;

import java.util.List;

class RunFiguresTest {

    @Test
    void loopCountsAsAThreadAndUnsuccessfulTasksAreCountedByKind() {
        Story story = Story.of("a", "b", "c", "d");
        story.hire("loop-1", Role.LOOP);
        story.hire("offload-1", Role.THREAD);
        story.hire("process-1", Role.PROCESS);
        story.enter(0, Phase.WAIT, 0).enter(1, Phase.WAIT, 0).answered(0, 500, 5);
        story.failed(1, Failure.RESET, 5)
                .end(2, new Outcome.Cancelled(), 6)
                .end(3, new Outcome.Cancelled(), 6);
        Trace trace = story.finished();
        RunFigures figures = RunFigures.of(trace);
        assertThat(figures).isEqualTo(new RunFigures(2, 0, 1, 2, 4, 1, 2));
        assertThat(RunFigures.undoneIn(trace)).isEqualTo(3);
    }

    @Test
    void virtualThreadsAreCountedByThemselvesAndByTheirCarriers() {
        Trace trace = new Trace(List.of("a", "b", "c"));
        Recorder recorder = new Recorder(trace);
        recorder.begin();
        for (int task = 0; task < 3; task++) {
            int worker = recorder.hire("virtual-" + task, Role.VIRTUAL_THREAD);
            recorder.busy(worker, task);
            recorder.seenOn(worker, task % 2);
            recorder.idle(worker);
            recorder.end(task, new Outcome.Computed());
        }
        recorder.finish();
        RunFigures figures = RunFigures.of(trace);
        assertThat(figures.threads()).isEqualTo(2);
        assertThat(figures.virtualThreads()).isEqualTo(3);
    }
}
