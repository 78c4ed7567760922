package dev.overlap.ui.comparison;

import dev.overlap.comparison.Variant;
import dev.overlap.comparison.WorkerSweep;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.ThreadPool;
import dev.overlap.plan.Plan;
import dev.overlap.text.comparison.ComparisonScreenText;
import dev.overlap.ui.controls.NodeVisibility;
import dev.overlap.ui.controls.SegmentedButton;
import dev.overlap.ui.controls.SegmentedButton.Pill;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

import org.controlsfx.control.CheckComboBox;

import java.util.List;

/**
 * The choice of what is compared: the models, or one model and its numbers of workers.
 *
 * <p>Threads: JavaFX thread only.
 */
final class VariantChoice extends HBox {

    private final ObjectProperty<ComparisonSubject> subject =
            new SimpleObjectProperty<>(ComparisonSubject.MODELS);
    private final CheckComboBox<ConcurrencyModel> models = new CheckComboBox<>();
    private final SeveralModelsMenu several = new SeveralModelsMenu(this::choose);
    private final ComboBox<ConcurrencyModel> swept = new ComboBox<>();
    private final WorkerCountBox counts = new WorkerCountBox();
    private String preset = "";

    VariantChoice() {
        getStyleClass().add("variant-choice");
        setAlignment(Pos.CENTER_LEFT);
        setUpModels();
        getChildren().setAll(subjects(), models, several, swept, counts);
        subject.subscribe(this::showSubject);
    }

    private SegmentedButton<ComparisonSubject> subjects() {
        return new SegmentedButton<>(
                subject,
                List.of(
                        new Pill<>(
                                "compare-models-mode",
                                "Models",
                                ComparisonSubject.MODELS,
                                ComparisonScreenText.MODELS_HELP),
                        new Pill<>(
                                "compare-workers-mode",
                                "Workers",
                                ComparisonSubject.WORKERS,
                                ComparisonScreenText.SWEEP_HELP)));
    }

    private void setUpModels() {
        StringConverter<ConcurrencyModel> names = new ModelNameConverter();
        models.setId("compare-models");
        models.setAccessibleText(ComparisonScreenText.MODELS_TO_COMPARE);
        models.setTooltip(new Tooltip(ComparisonScreenText.MODELS_TO_COMPARE));
        models.getItems().setAll(ConcurrencyModel.all());
        models.setConverter(names);
        swept.setId("compare-swept");
        swept.setAccessibleText(ComparisonScreenText.SWEPT_MODEL_HELP);
        swept.setTooltip(new Tooltip(ComparisonScreenText.SWEPT_MODEL_HELP));
        swept.getItems()
                .setAll(
                        ConcurrencyModel.all().stream()
                                .filter(ConcurrencyModel::hasWorkers)
                                .toList());
        swept.setConverter(names);
        sweep(ThreadPool.ID);
    }

    /** Offers further models. */
    void offer(List<? extends ConcurrencyModel> further) {
        models.getItems().addAll(further);
        swept.getItems().addAll(further.stream().filter(ConcurrencyModel::hasWorkers).toList());
    }

    /** Whether any of these ids is one of a model that can be selected. */
    boolean offersAny(List<String> ids) {
        return models.getItems().stream().anyMatch(model -> ids.contains(model.id()));
    }

    private void showSubject(ComparisonSubject now) {
        NodeVisibility.set(models, now == ComparisonSubject.MODELS);
        NodeVisibility.set(several, now == ComparisonSubject.MODELS);
        NodeVisibility.set(swept, now == ComparisonSubject.WORKERS);
        NodeVisibility.set(counts, now == ComparisonSubject.WORKERS);
    }

    ObjectProperty<ComparisonSubject> subjectProperty() {
        return subject;
    }

    /** The selected models, in list order; read-only. */
    ObservableList<ConcurrencyModel> models() {
        return models.getCheckModel().getCheckedItems();
    }

    /** Selects exactly these models; unknown ids are ignored. */
    void choose(List<String> ids) {
        models.getCheckModel().clearChecks();
        models.getItems().stream()
                .filter(model -> ids.contains(model.id()))
                .forEach(models.getCheckModel()::check);
    }

    /** The numbers of workers that somebody chose. Never null. */
    ObjectProperty<List<Integer>> pickedCountsProperty() {
        return counts.pickedProperty();
    }

    /** Whether a variant will be run next: its model, or its number of workers. */
    boolean isChosen(Variant variant) {
        return variant.isOfWorkers()
                ? counts.chosen().contains(workers(variant))
                : models().stream().anyMatch(it -> it.id().equals(variant.plan().model()));
    }

    /** Deselects a variant, unless a comparison is running. */
    void leaveOut(Variant variant) {
        if (models.isDisabled()) {
            return;
        }
        if (variant.isOfWorkers()) {
            counts.leaveOut(workers(variant));
        } else {
            models.getItems().stream()
                    .filter(it -> it.id().equals(variant.plan().model()))
                    .forEach(models.getCheckModel()::clearCheck);
        }
    }

    private static int workers(Variant variant) {
        return variant.plan().settings().workers().orElse(1);
    }

    /**
     * Selects the window's model to be swept when it has changed, unless its number of workers is
     * only a limit: how many workers are enough is a question for a pool.
     */
    void presetSwept(String model) {
        if (!preset.equals(model) && !ConcurrencyModel.of(model).workersAreLimit()) {
            sweep(model);
        }
        preset = model;
    }

    private void sweep(String id) {
        swept.getItems().stream() // must be an item of the list to be selected in it
                .filter(it -> it.id().equals(id))
                .forEach(swept::setValue);
    }

    /**
     * Returns the selected ways to run a plan; empty if none is selected.
     *
     * @throws IllegalArgumentException with a message, if the plan makes too many tasks
     */
    List<Variant> variants(Plan plan) {
        return switch (subject.get()) {
            case MODELS -> Variant.ofModels(plan.sites(), plan.settings(), List.copyOf(models()));
            case WORKERS -> {
                Plan one = new Plan(plan.sites(), swept.getValue().id(), plan.settings());
                counts.offer(
                        WorkerSweep.choicesFor(one),
                        WorkerSweep.workersFor(one),
                        swept.getValue().workersAreLimit());
                yield Variant.ofWorkers(one, counts.chosen());
            }
        };
    }

    /** Disables the controls that do not apply during a measurement. */
    void setRunning(boolean running) {
        models.setDisable(running);
        several.setDisable(running);
        swept.setDisable(running);
        counts.setDisable(running);
    }

    private static final class ModelNameConverter extends StringConverter<ConcurrencyModel> {

        @Override
        public String toString(ConcurrencyModel model) {
            return model.name();
        }

        @Override
        public ConcurrencyModel fromString(String name) {
            throw new UnsupportedOperationException("models are chosen, not typed");
        }
    }
}
