package dev.overlap.render.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.render.PaintTarget;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.Theme;
import dev.overlap.render.rows.RowChoice;
import dev.overlap.render.rows.RowOrdering;
import dev.overlap.render.rows.RowSort;
import dev.overlap.testkit.RecordingSurface;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceMoment;
import dev.overlap.trace.TraceRecorder;
import dev.overlap.trace.WaitDetail;
import dev.overlap.trace.WorkerTrack;
import dev.overlap.trace.metrics.Statistics;
import dev.overlap.trace.metrics.TaskDurations;
import dev.overlap.trace.waits.WaitAnalysis;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The tasks of a watched program are made while the program runs: whoever reads its trace meanwhile
 * may see fewer, and nothing else goes wrong.
 */
@Timeout(120)
class GrowingTraceTest {

    private static final int TASKS = 4_000;
    private static final int TASKS_PER_READING = 50;

    private final Trace trace = Trace.ofWatchedProgram(2);
    private final TraceRecorder recorder = new TraceRecorder(trace);
    private final AtomicInteger readings = new AtomicInteger();

    @Test
    void figuresOfATraceThatGrowsAreThoseOfTheTasksThatThereAre() throws Exception {
        whileItGrows(
                () -> {
                    Statistics.of(trace, trace.horizonNanos());
                    int ended = TaskDurations.of(TraceMoment.at(trace, TraceMoment.FOLLOW)).ended();
                    assertThat(ended).isLessThanOrEqualTo(trace.tasks().size());
                    int last = trace.tasks().size() - 1;
                    if (last >= 0) {
                        WaitAnalysis.of(trace, last, trace.horizonNanos());
                    }
                });

        assertThat(Statistics.of(trace, trace.horizonNanos()).tasks()).isEqualTo(TASKS);
        assertThat(trace.tasks()).allMatch(task -> task.outcome() != null);
    }

    @ParameterizedTest
    @EnumSource(RowSort.class)
    void rowsOfATraceThatGrowsAreInAnOrderOfTheTasksThatThereWere(RowSort sort) throws Exception {
        RowChoice choice = RowChoice.DEFAULT.sortedBy(sort).descending(true);

        whileItGrows(
                () -> {
                    int before = trace.tasks().size();
                    int rows = RowOrdering.order(trace, choice, Integer.MAX_VALUE).rows();
                    assertThat(rows).isBetween(before, trace.tasks().size());
                });
    }

    @ParameterizedTest
    @EnumSource(RowGrouping.class)
    void aTraceThatGrowsCanBePainted(RowGrouping grouping) throws Exception {
        whileItGrows(
                () -> {
                    RecordingSurface surface = new RecordingSurface();
                    PaintTarget target = new PaintTarget(900, 500, 1, Theme.LIGHT);
                    new ChartPainter(RecordingSurface.METRICS)
                            .paint(surface, frame(grouping), target);
                    assertThat(surface.texts()).isNotEmpty();
                });
    }

    private ChartFrame frame(RowGrouping grouping) {
        long horizon = trace.horizonNanos();
        TraceMetrics metrics = TraceMetrics.of(trace, horizon);
        return new ChartFrame(trace, metrics, horizon, null, 0, -1, Integer.MAX_VALUE, grouping);
    }

    /** Reads again and again while another thread writes; a failure of either is one. */
    private void whileItGrows(Runnable reading) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
            Future<?> writer = threads.submit(this::grow);
            try {
                while (!writer.isDone()) {
                    readings.incrementAndGet();
                    reading.run();
                }
            } finally {
                writer.cancel(true); // no effect unless a reading has failed
            }
            writer.get();
        }
        reading.run();
    }

    /** Else all may be written during the first reading, or before it. */
    private void awaitAnotherReading() {
        int known = readings.get();
        while (readings.get() == known && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    private void grow() {
        recorder.begin();
        int loop = recorder.addWorker("loop", WorkerTrack.Role.LOOP);
        int main = recorder.addTask("main()", "x.py:1");
        for (int i = 1; i < TASKS; i++) {
            if (i % TASKS_PER_READING == 0) {
                awaitAnotherReading();
            }
            int task = recorder.addTask("get('http://h" + i % 7 + "/')", "x.py:2");
            recorder.enter(task, Phase.READY);
            recorder.enter(
                    main, Phase.AWAIT, new WaitDetail("gather", List.of(task)), System.nanoTime());
            recorder.busy(loop, task);
            recorder.enter(task, Phase.WAIT);
            recorder.idle(loop);
            recorder.end(task, new Outcome.Answered(200, 1));
        }
        recorder.end(main, new Outcome.Done());
        recorder.finish();
    }
}
