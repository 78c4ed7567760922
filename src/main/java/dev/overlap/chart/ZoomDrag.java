package dev.overlap.chart;

import dev.overlap.render.TimeRange;
import dev.overlap.render.timeline.ChartLayout;

import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** Zooms a {@link Timeline} to what a drag with Ctrl spans, drawn as a rubber band until then. */
final class ZoomDrag implements TimelineDrag {

    private static final double MIN_PIXELS = 4;

    private final TimelineSkin skin;
    private double pressX;

    ZoomDrag(TimelineSkin skin) {
        this.skin = skin;
    }

    @Override
    public boolean beginsAt(MouseEvent event) {
        return event.isShortcutDown() && skin.layout() != null;
    }

    @Override
    public Cursor cursor() {
        return Cursor.DEFAULT;
    }

    @Override
    public void begin(MouseEvent event) {
        pressX = skin.at(event).getX();
    }

    @Override
    public void move(MouseEvent event) {
        ChartLayout layout = skin.layout();
        if (layout == null) {
            return;
        }
        double x = skin.at(event).getX();
        double from = Math.max(layout.plotLeft(), Math.min(pressX, x));
        double to = Math.min(layout.plotRight(), Math.max(pressX, x));
        skin.band().setVisible(true);
        skin.band()
                .resizeRelocate(
                        skin.scaledCanvas().pixels(from),
                        skin.scaledCanvas().pixels(layout.rows().top()),
                        skin.scaledCanvas().pixels(Math.max(0, to - from)),
                        skin.scaledCanvas().pixels(layout.rows().height()));
    }

    @Override
    public void end() {
        ChartLayout layout = skin.layout();
        Region band = skin.band();
        boolean spanned = band.isVisible();
        band.setVisible(false);
        if (layout != null && spanned && band.getWidth() > MIN_PIXELS) {
            double from = skin.scaledCanvas().units(band.getLayoutX());
            double to = from + skin.scaledCanvas().units(band.getWidth());
            skin.show(new TimeRange(layout.nanosAt(from), layout.nanosAt(to)));
        }
    }
}
