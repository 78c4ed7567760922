package dev.overlap.chart;

import dev.overlap.render.TimeRange;
import dev.overlap.render.timeline.ChartLayout;

import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;

/** Zooms a {@link Timeline} to what a drag with Ctrl spans. */
final class ZoomDrag implements TimelineDrag {

    private final TimelineSkin skin;

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
        skin.band().press(skin.at(event).getX());
    }

    @Override
    public void move(MouseEvent event) {
        ChartLayout layout = skin.layout();
        if (layout != null) {
            skin.band().drag(layout, layout.rows(), skin.at(event).getX());
        }
    }

    @Override
    public void end() {
        TimeRange spanned = skin.band().release(skin.layout());
        if (spanned != null) {
            skin.navigator().show(spanned);
        }
    }
}
