package dev.overlap.ui.comparison;

import dev.overlap.text.comparison.ComparisonScreenText;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Tooltip;

import org.controlsfx.control.CheckComboBox;

import java.util.List;

/**
 * The choice of the numbers of workers to try. As long as nobody has chosen, it follows the list;
 * afterwards it keeps what was chosen, as far as the list has tasks for it.
 *
 * <p>Threads: JavaFX thread only.
 */
final class WorkerCountBox extends CheckComboBox<Integer> {

    private final ObjectProperty<List<Integer>> picked = new SimpleObjectProperty<>(List.of());
    private boolean filling;

    WorkerCountBox() {
        setId("compare-counts");
        setTooltip(new Tooltip());
        getCheckModel()
                .getCheckedItems()
                .addListener((ListChangeListener<Integer>) _ -> pickedByUser());
    }

    private void pickedByUser() {
        if (!filling) {
            picked.set(chosen());
        }
    }

    /**
     * Offers numbers.
     *
     * @param choices ascending
     * @param usual those to choose if nobody has chosen
     * @param limits whether they limit tasks rather than being started
     */
    void offer(List<Integer> choices, List<Integer> usual, boolean limits) {
        String help = limits ? ComparisonScreenText.LIMITS_HELP : ComparisonScreenText.COUNTS_HELP;
        setAccessibleText(help);
        getTooltip().setText(help);
        List<Integer> kept = picked.get().stream().filter(choices::contains).toList();
        List<Integer> wanted = kept.isEmpty() ? usual : kept;
        boolean isShown = getItems().equals(choices) && chosen().equals(wanted);
        if (!isShown && (picked.get().isEmpty() || !getItems().equals(choices))) {
            fill(choices, wanted);
        }
    }

    /** Deselects a number. */
    void leaveOut(int count) {
        getCheckModel().clearCheck(Integer.valueOf(count));
    }

    /** The numbers that somebody chose, ascending; empty as long as nobody has. Never null. */
    ObjectProperty<List<Integer>> pickedProperty() {
        return picked;
    }

    private void fill(List<Integer> choices, List<Integer> wanted) {
        filling = true;
        getCheckModel().clearChecks();
        getItems().setAll(choices);
        wanted.forEach(getCheckModel()::check);
        filling = false;
    }

    /** The chosen numbers, ascending. */
    List<Integer> chosen() {
        return getCheckModel().getCheckedItems().stream().sorted().toList();
    }
}
