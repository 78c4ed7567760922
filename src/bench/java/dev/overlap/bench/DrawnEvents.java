package dev.overlap.bench;

import dev.overlap.chart.Timeline;
import dev.overlap.program.ProgramRun;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.stage.Stage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A chart of a program that runs, which notes how old each change of a phase is when it is first
 * drawn: at the end of the pulse that paints it, when the frame is handed over to be rendered.
 *
 * <p>Threads: JavaFX thread only.
 */
final class DrawnEvents extends AnimationTimer {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    private final ProgramRun run;
    private final Timeline timeline = new Timeline();
    private final Stage stage = new Stage();
    private final Runnable atPulse = this::note;
    private final List<Integer> segments = new ArrayList<>();
    private final List<Boolean> ended = new ArrayList<>();
    private final List<Double> lags = new ArrayList<>();

    private DrawnEvents(ProgramRun run) {
        this.run = run;
    }

    /** Opens the chart. */
    static DrawnEvents of(ProgramRun run) {
        DrawnEvents events = new DrawnEvents(run);
        Scene scene = new Scene(events.timeline, WIDTH, HEIGHT);
        scene.addPostLayoutPulseListener(events.atPulse);
        events.stage.setScene(scene);
        events.stage.show();
        events.timeline.traceProperty().set(run.trace());
        events.start();
        return events;
    }

    @Override
    public void handle(long now) {
        count(); // what is written after this is of the next frame
        timeline.pulse();
    }

    private final List<Long> painted = new ArrayList<>();

    private void count() {
        Trace trace = run.trace();
        if (!trace.hasBegun()) {
            return;
        }
        List<TaskTrack> tasks = trace.tasksSoFar();
        for (int task = 0; task < tasks.size(); task++) {
            if (task == segments.size()) {
                segments.add(0);
                ended.add(false);
            }
            count(task, tasks.get(task));
        }
    }

    private void count(int index, TaskTrack task) {
        int now = task.segments();
        for (int segment = segments.get(index); segment < now; segment++) {
            painted.add(task.begin(segment));
        }
        segments.set(index, now);
        if (task.outcome() != null && !ended.get(index)) {
            ended.set(index, true);
            painted.add(task.endNanos());
        }
    }

    private void note() {
        if (!painted.isEmpty()) {
            long now = Duration.between(run.begun(), Instant.now()).toNanos();
            painted.forEach(event -> lags.add((now - event) / 1e6));
            painted.clear();
        }
    }

    /** Closes the chart, and returns how old the changes were when they were drawn. */
    double[] lagsInMillis() {
        stop();
        stage.close();
        return lags.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
