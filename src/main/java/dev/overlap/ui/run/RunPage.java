package dev.overlap.ui.run;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.ui.controls.NodeVisibility;
import dev.overlap.ui.durations.DurationsPane;

import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/**
 * The page about the run: selected task, model, statistics, durations, resources and workers.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class RunPage extends VBox {

    private final DetailsPane details = new DetailsPane();
    private final ModelExplanationPane model = new ModelExplanationPane();
    private final StatisticsPane statisticsPane = new StatisticsPane();
    private final DurationsPane durations = new DurationsPane();
    private final ResourcesPane resources = new ResourcesPane();
    private final WorkersPane workers = new WorkersPane();

    public RunPage() {
        getChildren().setAll(details, model, statisticsPane, durations, resources, workers);
    }

    /** Sets the action that measures a speed-up which cannot be derived. */
    public void onMeasure(Runnable action) {
        statisticsPane.onMeasure(action);
    }

    /** Sets whether the window's list and settings are those of the run, so it can be measured. */
    public void setMeasurable(boolean same) {
        statisticsPane.setMeasurable(same);
    }

    /** Shows how a model works. */
    public void show(ConcurrencyModel explained) {
        model.show(explained);
    }

    /** Sets whether it is the model of the shown run, so that its explanation belongs there. */
    public void setExplained(boolean explained) {
        NodeVisibility.set(model, explained);
    }

    /** Shows a moment of a run and a task in it; null and -1 for none. */
    public void show(@Nullable MomentStatistics statistics, int task) {
        statisticsPane.show(statistics);
        durations.show(statistics == null ? null : statistics.durations());
        resources.show(statistics);
        workers.show(statistics);
        showTask(statistics, task);
    }

    /** Shows what has been found of the task since it was shown. */
    public void refreshTask() {
        details.refresh();
    }

    /** Shows another task of the same moment. */
    public void showTask(@Nullable MomentStatistics statistics, int task) {
        details.show(statistics == null ? null : statistics.moment(), task);
    }
}
