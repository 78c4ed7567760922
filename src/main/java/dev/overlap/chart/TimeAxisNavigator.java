package dev.overlap.chart;

import dev.overlap.render.TimeAxisLayout;
import dev.overlap.render.TimeRange;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/**
 * Zooms and moves the time axis of a chart by wheel, pinch and keys, the same in all charts. The
 * visible range becomes null, for everything, as soon as it covers everything.
 *
 * <p>Threads: JavaFX thread only.
 */
final class TimeAxisNavigator {

    private static final double ZOOM_STEP = 0.8;
    private static final double PAN_STEP = 0.12;

    private final Supplier<? extends @Nullable TimeAxisLayout> layouts;
    private final ViewHistory views;
    private final ScaledCanvas canvas;

    /**
     * Creates a navigator.
     *
     * @param layouts supplies the layout of the last frame, or null before the first
     */
    TimeAxisNavigator(
            Supplier<? extends @Nullable TimeAxisLayout> layouts,
            ViewHistory views,
            ScaledCanvas canvas) {
        this.layouts = layouts;
        this.views = views;
        this.canvas = canvas;
    }

    /** Returns the range that a key leads to from another one, or null for any other key. */
    static @Nullable TimeRange after(KeyCode key, TimeRange shown) {
        long step = (long) (shown.lengthNanos() * PAN_STEP);
        long middle = shown.beginNanos() + shown.lengthNanos() / 2;
        return switch (key) {
            case W, PLUS, ADD, EQUALS -> shown.zoomed(ZOOM_STEP, middle);
            case S, MINUS, SUBTRACT -> shown.zoomed(1 / ZOOM_STEP, middle);
            case A, LEFT -> shown.moved(-step);
            case D, RIGHT -> shown.moved(step);
            default -> null;
        };
    }

    /** Shows a range as far as it is within everything. */
    void show(TimeRange wanted) {
        TimeAxisLayout layout = layouts.get();
        if (layout != null) {
            TimeRange whole = layout.wholeWindow();
            TimeRange inside = wanted.within(whole);
            views.show(inside.equals(whole) ? null : inside);
        }
    }

    /** Shows a part, or everything if there is none or it fills the view already. */
    void fit(@Nullable TimeRange part) {
        TimeAxisLayout layout = layouts.get();
        if (layout == null) {
            return;
        }
        TimeRange inside = part == null ? null : part.within(layout.wholeWindow());
        if (inside == null || inside.equals(layout.shownWindow())) {
            views.show(null);
        } else {
            show(inside);
        }
    }

    /** Moves the axis, to later times if the units of the drawing are positive. */
    void pan(double units) {
        TimeAxisLayout layout = layouts.get();
        if (layout != null) {
            TimeRange shown = layout.shownWindow();
            double perUnit = shown.lengthNanos() / (layout.plotRight() - layout.plotLeft());
            show(shown.moved((long) (units * perUnit)));
        }
    }

    private void zoom(TimeAxisLayout layout, double factor, double pixels) {
        double inside = Math.clamp(canvas.units(pixels), layout.plotLeft(), layout.plotRight());
        show(layout.shownWindow().zoomed(factor, layout.nanosAt(inside)));
    }

    /** Zooms with Ctrl, moves with Shift or a sideways wheel; otherwise returns false. */
    boolean scrolled(ScrollEvent event) {
        TimeAxisLayout layout = layouts.get();
        if (layout == null) {
            return false;
        }
        double delta = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
        if (event.isShortcutDown()) {
            zoom(layout, Math.pow(ZOOM_STEP, Math.signum(delta)), event.getX());
            return true;
        }
        boolean sideways = event.isShiftDown() || event.getDeltaY() == 0;
        if (sideways) {
            pan(-delta);
        }
        return sideways;
    }

    /** Zooms at the fingers. */
    void pinched(ZoomEvent event) {
        TimeAxisLayout layout = layouts.get();
        if (layout != null && event.getZoomFactor() > 0) {
            zoom(layout, 1 / event.getZoomFactor(), event.getX());
            event.consume();
        }
    }

    /** Handles a key without modifiers; returns whether it was one of the axis. */
    boolean key(KeyEvent event) {
        TimeAxisLayout layout = layouts.get();
        TimeRange next = layout == null ? null : after(event.getCode(), layout.shownWindow());
        if (next != null) {
            show(next);
        }
        return next != null;
    }

    /** Undoes or redoes a change of the view; returns false if there is none. */
    boolean undoOrRedo(KeyEvent event) {
        boolean known = event.getCode() == KeyCode.Z || event.getCode() == KeyCode.Y;
        boolean redo = event.getCode() == KeyCode.Y || event.isShiftDown();
        boolean possible = known && (redo ? views.hasUndone() : views.hasPast());
        if (possible && redo) {
            views.redo();
        } else if (possible) {
            views.undo();
        }
        return possible;
    }
}
