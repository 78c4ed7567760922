package dev.overlap.ui.comparison;

import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.text.comparison.ComparisonScreenText;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.function.Consumer;

/** Selects all models of a comparison at once, none, or the usual ones. */
final class SeveralModelsMenu extends MenuButton {

    private final Consumer<List<String>> choosing;

    /**
     * @param choosing receives the ids of the models to select
     */
    SeveralModelsMenu(Consumer<List<String>> choosing) {
        super(null, new FontIcon(Feather.CHECK_SQUARE));
        this.choosing = choosing;
        setId("compare-several");
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText(ComparisonScreenText.SEVERAL_HELP);
        setTooltip(new Tooltip(ComparisonScreenText.SEVERAL_HELP));
        List<String> all =
                ConcurrencyModel.all().stream()
                        .filter(model -> !model.hangs()) // it would only keep everybody waiting
                        .map(ConcurrencyModel::id)
                        .toList();
        getItems()
                .setAll(
                        item("compare-all-models", ComparisonScreenText.ALL_MODELS, all),
                        item("compare-no-models", ComparisonScreenText.NO_MODELS, List.of()),
                        item(
                                "compare-usual-models",
                                ComparisonScreenText.USUAL_MODELS,
                                ComparisonPlan.DEFAULT_MODELS));
    }

    private MenuItem item(String id, String name, List<String> models) {
        MenuItem item = new MenuItem(name);
        item.setId(id);
        item.setOnAction(_ -> choosing.accept(models));
        return item;
    }
}
