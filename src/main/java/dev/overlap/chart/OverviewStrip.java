package dev.overlap.chart;

import dev.overlap.render.TimeRange;
import dev.overlap.text.measure.OverviewText;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;

/**
 * The overview of the whole run below a {@link Timeline}, on the place of its time axis; visible
 * while the timeline shows only a part. That part is a brush: it can be dragged, resized at its
 * edges and drawn anew; a double click shows everything.
 *
 * <p>Keys: Left and Right move the part, Home and End bring it to the begin and the end, plus and
 * minus change its length, F shows everything.
 *
 * <p>Threads: JavaFX thread only. It is painted when {@link #pulse} is called, after the timeline.
 */
public final class OverviewStrip extends Control {

    private final Timeline timeline;
    private boolean dragged;

    /** Creates the overview of a timeline. */
    public OverviewStrip(Timeline timeline) {
        this.timeline = timeline;
        setId("overview");
        getStyleClass().add("overview");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(OverviewText.EMPTY);
        setFocusTraversable(true);
        setMinWidth(0);
        timeline.windowProperty().subscribe(this::showIfZoomed);
        showIfZoomed();
    }

    private void showIfZoomed() {
        boolean shown = dragged || timeline.windowProperty().get() != null;
        if (!shown && isFocused()) {
            timeline.requestFocus();
        }
        setVisible(shown);
        setManaged(shown);
    }

    Timeline timeline() {
        return timeline;
    }

    /** Keeps the overview visible during a drag, even if it leads to the whole run. */
    void setDragged(boolean dragged) {
        this.dragged = dragged;
        showIfZoomed();
    }

    /** Shows a part of the run, or everything if it covers the whole. */
    void show(TimeRange wanted, TimeRange whole) {
        TimeRange inside = wanted.within(whole);
        timeline.showWindow(!dragged && inside.equals(whole) ? null : inside);
    }

    /** Returns the x of an instant, in layout pixels of this node; NaN before a trace is shown. */
    public double xOf(long nanos) {
        return getSkin() instanceof OverviewStripSkin skin ? skin.xOf(nanos) : Double.NaN;
    }

    /** Repaints if anything has changed since the last call. */
    public void pulse() {
        if (isVisible() && getSkin() instanceof OverviewStripSkin skin) {
            skin.pulse();
        }
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new OverviewStripSkin(this);
    }
}
