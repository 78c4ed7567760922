package dev.overlap.ui.controls;

import javafx.scene.control.Tooltip;

/** A tooltip with sentences, which wraps them. */
public final class WideTooltip extends Tooltip {

    private static final double MAX_WIDTH = 340;

    public WideTooltip(String sentences) {
        super(sentences);
        setWrapText(true);
        setMaxWidth(MAX_WIDTH);
    }
}
