package dev.overlap.ui.title;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.plan.Plan;
import dev.overlap.ui.run.RunController.Started;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/**
 * Whose run the window shows, and in what that differs from what it would run now. All that tells
 * of a run follows this, and the chosen model only while there is no run.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class ShownRun {

    private final ObservableValue<@Nullable Started> shown;
    private final Supplier<Plan> inputs;
    private final ReadOnlyObjectWrapper<ConcurrencyModel> model;
    private final ReadOnlyObjectWrapper<ConcurrencyModel> guessed;
    private final ReadOnlyObjectWrapper<RunDifference> difference =
            new ReadOnlyObjectWrapper<>(RunDifference.NONE);
    private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper();
    private final ObservableValue<Boolean> sameWork = difference.map(RunDifference::isSameWork);
    private @Nullable Plan atOpening;

    /**
     * @param shown the shown run, null for none
     * @param inputs supplies what would be run now, without ending edits
     */
    public ShownRun(ObservableValue<@Nullable Started> shown, Supplier<Plan> inputs) {
        this.shown = shown;
        this.inputs = inputs;
        model = new ReadOnlyObjectWrapper<>(ConcurrencyModel.of(inputs.get().model()));
        guessed = new ReadOnlyObjectWrapper<>(model.get());
        shown.subscribe(this::opened);
    }

    @Nullable Started started() {
        return shown.getValue();
    }

    /** The model of the shown run; without one, the chosen model. */
    public ReadOnlyObjectProperty<ConcurrencyModel> modelProperty() {
        return model.getReadOnlyProperty();
    }

    /** The id of that model. */
    public String modelId() {
        return model.get().id();
    }

    /**
     * The model that is guessed for: that of the shown run, or, once another has been chosen for
     * the next run, that one.
     */
    public ReadOnlyObjectProperty<ConcurrencyModel> guessedModelProperty() {
        return guessed.getReadOnlyProperty();
    }

    /** In what the shown run differs from the window's inputs; in nothing without a run. */
    public ReadOnlyObjectProperty<RunDifference> differenceProperty() {
        return difference.getReadOnlyProperty();
    }

    /** Whether the window would do the same tasks under the same rules as the shown run. */
    public ObservableValue<Boolean> sameWorkProperty() {
        return sameWork;
    }

    /**
     * Whether the difference is news. A part of a comparison, and what was opened, differ from what
     * the window holds from the beginning, as their titles say; only a later change is told.
     */
    ReadOnlyBooleanProperty outdatedProperty() {
        return outdated.getReadOnlyProperty();
    }

    private void opened() {
        Started run = shown.getValue();
        atOpening =
                run != null && (run.median() != null || run.origin() != null) ? inputs.get() : null;
        compare(inputs.get());
    }

    /** Compares the shown run with the window's inputs after they have changed. */
    public void inputsChanged() {
        Plan now = inputs.get();
        Plan before = atOpening;
        if (before != null && RunDifference.between(before, now).any()) {
            atOpening = null;
        }
        compare(now);
    }

    private void compare(Plan now) {
        Started shownNow = shown.getValue();
        Started run = shownNow != null && shownNow.isForeign() ? null : shownNow;
        difference.set(
                run == null ? RunDifference.NONE : RunDifference.between(run.run().plan(), now));
        outdated.set(difference.get().any() && atOpening == null);
        Plan of = run == null ? now : run.run().plan();
        set(model, of);
        set(guessed, outdated.get() && difference.get().model() ? now : of);
    }

    /** Sets the model of a plan, unless it is that already. */
    private static void set(ReadOnlyObjectWrapper<ConcurrencyModel> property, Plan plan) {
        if (!property.get().id().equals(plan.model())) {
            property.set(ConcurrencyModel.of(plan.model()));
        }
    }
}
