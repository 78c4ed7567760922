package dev.overlap.ui;

import dev.overlap.model.Model;

import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/**
 * The page about the run: the selected task, the model in a sentence, the numbers of the run and of
 * its workers.
 *
 * <p>Threads: JavaFX thread only.
 */
final class RunPage extends VBox {

    private final DetailsPane details = new DetailsPane();
    private final ModelPane model = new ModelPane();
    private final NumbersPane numbers = new NumbersPane();
    private final WorkersPane workers = new WorkersPane();

    RunPage() {
        getChildren().setAll(details, model, numbers, workers);
    }

    /** Measures what the numbers cannot derive. */
    void onMeasure(Runnable action) {
        numbers.onMeasure(action);
    }

    void show(Model chosen) {
        model.show(chosen);
    }

    /** Shows a moment of a run and a task in it, or with null and -1 none. */
    void show(@Nullable Reading reading, int task) {
        numbers.show(reading);
        workers.show(reading == null ? null : reading.moment());
        showTask(reading, task);
    }

    /** Shows another task of the same moment. */
    void showTask(@Nullable Reading reading, int task) {
        details.show(reading == null ? null : reading.moment(), task);
    }
}
