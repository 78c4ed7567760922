package dev.overlap.text.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceMoment;
import dev.overlap.trace.WorkerTrack;
import dev.overlap.trace.metrics.RangeMeter;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class RangeTextTest {

    private static final long MILLI = 1_000_000;

    /** Each task waits on a thread of its own; the last tenth of its time it receives. */
    private static Trace run(int tasks) {
        TraceBuilder builder =
                new TraceBuilder(IntStream.range(0, tasks).mapToObj(i -> "t" + i).toList());
        for (int task = 0; task < tasks; task++) {
            int thread = builder.addWorker("thread-" + (task + 1), WorkerTrack.Role.THREAD);
            builder.enter(task, Phase.WAIT, 0).enter(task, Phase.RECEIVE, 90);
            builder.note(task, Exchange.begin(0, 0, "/").received(1_500));
            builder.end(task, new Outcome.Answered(200, 1_500), 100).busy(thread, task, 0, 100);
        }
        return builder.finished();
    }

    private static RangeText text(Trace trace, long from, long to, long playhead) {
        return new RangeText(
                new RangeMeter(trace, trace.horizonNanos()).measure(from * MILLI, to * MILLI),
                TraceMoment.at(trace, playhead));
    }

    private static List<String> words(List<MeasuredFigure> figures) {
        return figures.stream().map(MeasuredFigure::words).toList();
    }

    @Test
    void figuresAreInWordsOfTheChart() {
        RangeText text = text(run(2), 50, 100, TraceMoment.FOLLOW);
        assertThat(words(text.tasks()))
                .containsExactly(
                        "Begun: 0",
                        "Ended: 2",
                        "Mean in flight: 2.00",
                        "Peak: 2",
                        "Received: 3,000 bytes");
        assertThat(words(text.workers()))
                .containsExactly(
                        "thread-1: 100 % occupied, 20 % busy",
                        "thread-2: 100 % occupied, 20 % busy");
        assertThat(text.phase(Phase.WAIT).words()).isEqualTo("wait: 80 %");
        assertThat(text.remark()).isEmpty();
        assertThat(text.sentence())
                .startsWith("Range: 50.0 ms to 100.0 ms. Length: 50 ms. Begun: 0.")
                .endsWith("busy.");
    }

    @Test
    void bytesOfRepliesAcrossABorderAreGivenAsLimits() {
        assertThat(words(text(run(2), 50, 95, TraceMoment.FOLLOW).tasks()))
                .contains("Received: 0 to 3,000 bytes");
        assertThat(words(text(run(1), 0, 50, TraceMoment.FOLLOW).tasks()))
                .contains("Received: 0 bytes");
    }

    @Test
    void whatIsNotOfTheWholeRangeOrNotInSightIsSaid() {
        assertThat(text(run(1), 60, 160, TraceMoment.FOLLOW).remark())
                .isEqualTo("40 ms of it before the end of the run");
        assertThat(text(run(1), 60, 90, 70 * MILLI).remark())
                .isEqualTo("all of it, also what the replay has not reached");
        assertThat(text(run(1), 60, 90, 95 * MILLI).remark()).isEmpty();
        RangeText after = text(run(1), 100, 200, TraceMoment.FOLLOW);
        assertThat(words(after.tasks())).contains("Mean in flight: \u2013", "Received: 0 bytes");
    }

    @Test
    void manyWorkersAreSummedUpButCopiedAll() {
        RangeText text = text(run(10_000), 0, 50, TraceMoment.FOLLOW);
        assertThat(words(text.workers()))
                .containsExactly(
                        "10,000 workers: 100 % to 100 % (mean 100 %) occupied;"
                                + " 0 % to 0 % (mean 0 %) busy");
        assertThat(text.table().lines())
                .hasSize(2 + 5 + 1 + 10_000)
                .contains("thread-10000\t100 % occupied, 0 % busy");
    }

    @Test
    void aRunWithoutTasksHasARangeToo() {
        Trace nothing = new TraceBuilder(List.of()).finished();
        assertThat(text(nothing, 0, 10, TraceMoment.FOLLOW).sentence())
                .contains("0 ms of it before the end of the run", "Begun: 0", "Received: 0 bytes");
    }
}
