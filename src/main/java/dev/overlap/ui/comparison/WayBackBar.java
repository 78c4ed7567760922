package dev.overlap.ui.comparison;

import dev.overlap.text.comparison.ComparisonScreenText;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The bar above a run that was opened from a comparison: the way back, and which point of a sweep
 * it is. The title below says the rest.
 */
final class WayBackBar extends HBox {

    private final Label point = new Label();

    WayBackBar(Runnable onBack) {
        setId("compare-part");
        getStyleClass().add("way-back-bar");
        setAlignment(Pos.CENTER_LEFT);
        Button back =
                new Button(
                        ComparisonScreenText.BACK_TO_COMPARISON, new FontIcon(Feather.ARROW_LEFT));
        back.setId("compare-return");
        back.setAccessibleText(ComparisonScreenText.BACK_TO_COMPARISON_HELP);
        back.setTooltip(new Tooltip(ComparisonScreenText.BACK_TO_COMPARISON_HELP));
        back.setMinWidth(USE_PREF_SIZE);
        back.setOnAction(_ -> onBack.run());
        point.getStyleClass().add("quiet");
        getChildren().setAll(back, point);
        hide();
    }

    /**
     * Shows the bar.
     *
     * @param name of the point of a sweep, or empty
     */
    void show(String name) {
        point.setText(name);
        NodeVisibility.set(this, true);
    }

    void hide() {
        NodeVisibility.set(this, false);
    }
}
