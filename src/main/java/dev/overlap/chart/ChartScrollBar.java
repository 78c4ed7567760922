package dev.overlap.chart;

import dev.overlap.render.VerticalSpan;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;

/** The vertical scroll bar over a canvas; visible only if the content is higher than its part. */
final class ChartScrollBar extends ScrollBar {

    private static final double BAR_WIDTH = 10;

    private final ScaledCanvas scaledCanvas;

    ChartScrollBar(ScaledCanvas scaledCanvas) {
        this.scaledCanvas = scaledCanvas;
        setManaged(false);
        setOrientation(Orientation.VERTICAL);
        setVisible(false);
    }

    /**
     * Shows a state. All lengths are in units of the drawing.
     *
     * @param viewport the part of the canvas that scrolls
     * @param unit the distance of one step
     */
    void show(VerticalSpan viewport, double contentHeight, double scroll, double unit) {
        double height = viewport.height();
        double max = contentHeight - height;
        setVisible(max > 0);
        if (max <= 0) {
            return;
        }
        setMax(max);
        setVisibleAmount(max * height / contentHeight);
        setUnitIncrement(unit);
        setBlockIncrement(height);
        setValue(scroll);
        resizeRelocate(
                scaledCanvas.canvas().getWidth() - BAR_WIDTH,
                scaledCanvas.pixels(viewport.top()),
                BAR_WIDTH,
                scaledCanvas.pixels(height));
    }
}
