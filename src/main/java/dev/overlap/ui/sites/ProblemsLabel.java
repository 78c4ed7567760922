package dev.overlap.ui.sites;

import dev.overlap.text.NumberFormats;
import dev.overlap.text.SiteListText;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The number of lines that are not understood and therefore left out; hidden if there are none. */
final class ProblemsLabel extends Label {

    ProblemsLabel() {
        super(null, new FontIcon(Feather.ALERT_TRIANGLE));
        setId("problems");
        getStyleClass().add("site-problems");
    }

    void show(int number) {
        NodeVisibility.set(this, number > 0);
        setText(NumberFormats.count(number));
        String sentence = SiteListText.LEFT_OUT.formatted(NumberFormats.count(number, "line"));
        setAccessibleText(sentence);
        setTooltip(new Tooltip(sentence));
    }
}
