package dev.overlap.ui.controls;

import atlantafx.base.theme.Styles;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A button of a bar that shows an icon only; a sentence explains it. */
public final class IconButton extends Button {

    public IconButton(String id, Feather icon, String sentence) {
        this(id, new FontIcon(icon), sentence);
    }

    public IconButton(String id, Node graphic, String sentence) {
        super(null, graphic);
        setId(id);
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText(sentence);
        setTooltip(new Tooltip(sentence));
    }
}
