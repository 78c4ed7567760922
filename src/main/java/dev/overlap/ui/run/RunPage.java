package dev.overlap.ui.run;

import dev.overlap.concurrency.ConcurrencyModel;

import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/**
 * The page about the run: the selected task, the model in a sentence, the numbers of the run and of
 * its workers.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class RunPage extends VBox {

    private final DetailsPane details = new DetailsPane();
    private final ModelExplanationPane model = new ModelExplanationPane();
    private final StatisticsPane numbers = new StatisticsPane();
    private final WorkersPane workers = new WorkersPane();

    public RunPage() {
        getChildren().setAll(details, model, numbers, workers);
    }

    /** Measures what the numbers cannot derive. */
    public void onMeasure(Runnable action) {
        numbers.onMeasure(action);
    }

    public void show(ConcurrencyModel chosen) {
        model.show(chosen);
    }

    /** Shows a moment of a run and a task in it, or with null and -1 none. */
    public void show(@Nullable MomentStatistics statistics, int task) {
        numbers.show(statistics);
        workers.show(statistics == null ? null : statistics.moment());
        showTask(statistics, task);
    }

    /** Shows another task of the same moment. */
    public void showTask(@Nullable MomentStatistics statistics, int task) {
        details.show(statistics == null ? null : statistics.moment(), task);
    }
}
