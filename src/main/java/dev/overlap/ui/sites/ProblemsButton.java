package dev.overlap.ui.sites;

import atlantafx.base.theme.Styles;

import dev.overlap.text.NumberFormats;
import dev.overlap.text.SiteListText;
import dev.overlap.text.sites.RepairText;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The number of lines that are not understood and therefore left out; leads to the next of them.
 * Hidden if there are none.
 */
final class ProblemsButton extends Button {

    ProblemsButton(Runnable next) {
        super(null, new FontIcon(Feather.ALERT_TRIANGLE));
        setId("problems");
        getStyleClass().addAll(Styles.SMALL, Styles.FLAT, "site-problems");
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> next.run());
    }

    void show(int number) {
        NodeVisibility.set(this, number > 0);
        setText(NumberFormats.count(number));
        String sentence = SiteListText.LEFT_OUT.formatted(NumberFormats.count(number, "line"));
        setAccessibleText(sentence);
        setAccessibleHelp(RepairText.NEXT_ACCESSIBLE);
        setTooltip(new Tooltip(sentence + ". " + RepairText.NEXT_ACCESSIBLE + " (F4)"));
    }
}
