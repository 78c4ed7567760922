package dev.overlap.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;
import dev.overlap.trace.WorkerTrack.Role;
import dev.overlap.trace.metrics.HeldTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeldTimeTextTest {

    private static final long MS = 1_000_000;

    @ParameterizedTest
    @CsvSource({
        "1000, 180, 18, 82",
        "305, 2.7, 1, 99",
        "300, 299.9, 100, 0",
    })
    void whatIsMeasuredComesFirst(double held, double computed, int percent, int rest) {
        HeldTime time = new HeldTime(true, Math.round(held * MS), Math.round(computed * MS));

        assertThat(HeldTimeText.sentence(time))
                .startsWith("Computed " + percent + " % of the ")
                .contains(" for which it held the loop")
                .matches(
                        it ->
                                (percent < 100)
                                        == it.endsWith(
                                                "did not run for " + rest + " % (derived)."));
    }

    @Test
    void aStepThatBlocksIsTold() {
        TaskTrack blocked = task(Role.LOOP, 300 * MS, 3 * MS);

        assertThat(sentences).contains("Computed 1 % of the 300 ms for which it held the loop;");
        assertThat(HeldTimeText.of(trace, blocked, blocked.endNanos() - 1)).isEmpty();
    }

    @Test
    void noLockIsNamedForAThreadThatDidNotRun() {
        task(Role.THREAD, 800 * MS, 200 * MS);

        assertThat(sentences)
                .startsWith("Computed 25 % of the 800 ms for which it could have;")
                .endsWith("(derived): others had the interpreter or the processor.")
                .doesNotContainIgnoringCase("GIL");
    }

    @Test
    void nothingIsSaidOfWhatIsShortOrNotMeasured() {
        task(Role.LOOP, 5 * MS, MS);
        assertThat(sentences).isEmpty();

        task(Role.THREAD, 800 * MS, -1);
        assertThat(sentences).isEmpty();
    }

    private Trace trace = Trace.ofWatchedProgram(2);
    private String sentences = "";

    /** Records a task that holds its worker for a while, and what is said of it. */
    private TaskTrack task(Role role, long heldNanos, long cpuNanos) {
        trace = Trace.ofWatchedProgram(2);
        TraceRecorder recorder = new TraceRecorder(trace);
        recorder.begin(0);
        int task = recorder.addTask("task", "");
        int worker = recorder.addWorker("worker", role, 0);
        recorder.setWorker(task, worker);
        recorder.enter(task, Phase.COMPUTE, 0);
        recorder.busyOn(worker, task, 1, 0);
        recorder.idle(worker, heldNanos);
        recorder.cpu(task, cpuNanos);
        recorder.end(task, new Outcome.Computed(), heldNanos);
        recorder.finish();
        sentences = HeldTimeText.of(trace, trace.task(task), heldNanos);
        return trace.task(task);
    }
}
