package dev.overlap.ui.comparison;

import dev.overlap.comparison.VariantResult;
import dev.overlap.text.comparison.ComparisonScreenText;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What can be done with the selected panel of a comparison, or point of a sweep: the menu of a
 * right click and of the menu key.
 *
 * <p>Threads: JavaFX thread only.
 */
final class PanelMenu extends ContextMenu {

    /** The actions of the menu. */
    interface Actions {

        /** Shows a panel as a full timeline. */
        void open(VariantResult panel);

        /** Copies the figures of a panel. */
        void copy(VariantResult panel);

        /** Takes the model or number of workers of a panel off those of the next run. */
        void leaveOut(VariantResult panel);

        /** Whether the model or number of workers of a panel is among those of the next run. */
        boolean isChosen(VariantResult panel);
    }

    private final Supplier<@Nullable VariantResult> selected;
    private final Actions actions;
    private final MenuItem open =
            item("panel-open", ComparisonScreenText.OPEN_PANEL, panel -> actions().open(panel));
    private final MenuItem copy =
            item("panel-copy", ComparisonScreenText.COPY_PANEL, panel -> actions().copy(panel));
    private final MenuItem leaveOut =
            item(
                    "panel-leave-out",
                    ComparisonScreenText.LEAVE_OUT_PANEL,
                    panel -> actions().leaveOut(panel));

    /**
     * @param selected supplies the selected panel, or null
     */
    PanelMenu(Supplier<@Nullable VariantResult> selected, Actions actions) {
        this.selected = selected;
        this.actions = actions;
        getItems().setAll(open, copy, leaveOut);
        setOnShowing(_ -> update());
    }

    private Actions actions() {
        return actions;
    }

    private MenuItem item(String id, String name, Consumer<VariantResult> action) {
        MenuItem item = new MenuItem(name);
        item.setId(id);
        item.setOnAction(
                _ -> {
                    VariantResult panel = panel();
                    if (panel != null) {
                        action.accept(panel);
                    }
                });
        return item;
    }

    private @Nullable VariantResult panel() {
        return selected.get();
    }

    private void update() {
        VariantResult panel = panel();
        boolean measured = panel != null && panel.drawn() != null;
        open.setDisable(!measured);
        copy.setDisable(!measured);
        leaveOut.setDisable(panel == null || !actions.isChosen(panel));
    }
}
