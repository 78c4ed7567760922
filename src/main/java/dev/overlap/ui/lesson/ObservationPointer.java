package dev.overlap.ui.lesson;

import dev.overlap.chart.Timeline;
import dev.overlap.lesson.Observation;
import dev.overlap.lesson.Zoom;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.TimeRange;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.ui.comparison.ComparisonController;
import dev.overlap.ui.replay.Replay;
import dev.overlap.ui.run.CompletedRun;
import dev.overlap.ui.run.RunController;
import dev.overlap.ui.run.RunController.Started;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Shows in the chart what an observation of a lesson speaks of. It may be pressed in any order, so
 * each time all of the view is set: what an observation does not name is as it is at first.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class ObservationPointer {

    private final Timeline timeline;
    private final Replay replay;
    private final RunController runs;
    private final Supplier<ComparisonController> comparison;

    /**
     * @param comparison supplies the comparison screen, which may hold the run
     */
    public ObservationPointer(
            Timeline timeline,
            Replay replay,
            RunController runs,
            Supplier<ComparisonController> comparison) {
        this.timeline = timeline;
        this.replay = replay;
        this.runs = runs;
        this.comparison = comparison;
    }

    /**
     * Shows what an observation speaks of.
     *
     * @param finished the runs of which it speaks; the drawn one is opened if another is shown
     */
    void show(Observation observation, FinishedRuns finished) {
        Trace trace = finished.drawn();
        open(finished, trace);
        timeline.groupingProperty().set(rows(observation.rows()));
        timeline.pulse(); // rows and axis are those of this run from now on
        timeline.selectedTaskProperty().set(task(observation.select(), trace));
        zoom(observation.zoom());
        replay.end();
        Duration at = observation.at();
        if (at != null) {
            replay.seek(at.toNanos());
        }
    }

    /** What the chart shows, as the place of an observation that says nothing. */
    Observation place() {
        int selected = timeline.selectedTaskProperty().get();
        RowGrouping grouping = timeline.groupingProperty().get();
        TimeRange window = timeline.windowProperty().get();
        long playhead = timeline.playheadProperty().get();
        return new Observation(
                "",
                selected < 0 ? "" : String.valueOf(selected + 1),
                grouping == RowGrouping.TASKS ? "" : grouping.name().toLowerCase(Locale.ROOT),
                window == null ? null : zoom(window),
                playhead == Timeline.FOLLOW ? null : Duration.ofMillis(millis(playhead)));
    }

    /** In whole milliseconds, so that a person can read it in a file. */
    private static Zoom zoom(TimeRange window) {
        long from = millis(Math.max(0, window.beginNanos()));
        long to = Math.max(from + 1, millis(window.endNanos()));
        return new Zoom(Duration.ofMillis(from), Duration.ofMillis(to));
    }

    private static long millis(long nanos) {
        return Math.round(nanos / 1e6);
    }

    @SuppressWarnings("ReferenceEquality") // a trace is one run
    private void open(FinishedRuns finished, Trace trace) {
        Started now = runs.latestProperty().get();
        boolean shown = now != null && now.run().trace() == trace;
        if (shown) {
            comparison.get().leave();
        } else if (!comparison.get().openRun(trace)) {
            comparison.get().leave();
            runs.show(
                    new Started(
                            new CompletedRun(finished.plan(), trace),
                            finished.begun(),
                            finished.guesses()));
            replay.load(trace);
        }
    }

    private static RowGrouping rows(String id) {
        return id.isEmpty() ? RowGrouping.TASKS : RowGrouping.valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** Returns the index of a task by its number or its label; -1 if it is not in the run. */
    private static int task(String select, Trace trace) {
        List<TaskTrack> tasks = trace.tasks();
        if (select.matches("\\d{1,6}")) {
            int index = Integer.parseInt(select) - 1;
            return index < tasks.size() ? index : -1;
        }
        return tasks.stream().map(TaskTrack::label).toList().indexOf(select);
    }

    private void zoom(@Nullable Zoom zoom) {
        if (zoom == null || zoom.equals(Zoom.ALL)) {
            timeline.windowProperty().set(null);
        } else {
            timeline.zoomTo(new TimeRange(zoom.from().toNanos(), zoom.to().toNanos()));
        }
    }
}
