package dev.overlap.ui.lesson.scheduler;

import dev.overlap.chart.ScheduleChart;
import dev.overlap.render.schedule.ScheduleFrame;
import dev.overlap.text.lesson.SchedulerText;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

/**
 * The centre of the window, in which the picture of a schedule stands in the place of the chart of
 * runs: none of what belongs to a measured run is in sight beside it.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class SchedulerStage extends StackPane {

    private final Node runs;
    private final ScheduleChart chart = new ScheduleChart();
    private boolean aside;

    /**
     * @param runs the chart of runs, with all that belongs to it
     */
    public SchedulerStage(Node runs) {
        this.runs = runs;
        getChildren().setAll(runs, chart);
        arrange();
    }

    /** The picture of a schedule, for theme and size. */
    public ScheduleChart chart() {
        return chart;
    }

    /** Shows a schedule in place of the runs, or the runs again if null. */
    public void show(@Nullable ScheduleFrame frame) {
        chart.frameProperty().set(frame);
        chart.setAccessibleText(
                frame == null ? "" : SchedulerText.picture(frame.schedule(), frame.counter()));
        arrange();
    }

    /** Sets whether the runs are shown for now, as beside what tells of them. */
    public void setAside(boolean forRuns) {
        aside = forRuns;
        arrange();
    }

    private void arrange() {
        boolean shown = chart.frameProperty().get() != null && !aside;
        NodeVisibility.set(chart, shown);
        NodeVisibility.set(runs, !shown);
    }
}
