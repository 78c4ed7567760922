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

/** The bar above a run that was opened from a comparison: whose run it is, and the way back. */
final class WayBackBar extends HBox {

    private final Label what = new Label();

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
        what.getStyleClass().add("quiet");
        getChildren().setAll(back, what);
        hide();
    }

    void show(String variant) {
        what.setText(ComparisonScreenText.PART_HINT.formatted(variant));
        NodeVisibility.set(this, true);
    }

    void hide() {
        NodeVisibility.set(this, false);
    }
}
