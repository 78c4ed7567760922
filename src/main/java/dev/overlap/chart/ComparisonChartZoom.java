package dev.overlap.chart;

import dev.overlap.comparison.VariantResult;
import dev.overlap.render.TimeRange;
import dev.overlap.render.comparison.ComparisonLayout;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

import org.jspecify.annotations.Nullable;

/**
 * Zooms and moves the common time axis of a {@link ComparisonChart}, by the hands of a timeline.
 */
final class ComparisonChartZoom {

    private static final double ZOOM_STEP = 0.8;
    private static final double PAN_STEP = 0.12;
    private static final double MIN_RANGE = 4;
    private static final int MARGIN_SHARE = 40;

    private final ComparisonChart view;
    private final ComparisonChartSkin skin;
    private double pressX;
    private double lastX;

    ComparisonChartZoom(ComparisonChart view, ComparisonChartSkin skin) {
        this.view = view;
        this.skin = skin;
    }

    /** Whether a part of the axis is shown. */
    boolean isZoomed() {
        return view.windowProperty().get() != null;
    }

    void pressed(MouseEvent event) {
        pressX = units(event.getX());
        lastX = pressX;
    }

    /** Marks a range with Ctrl, or else moves the axis if it is zoomed. */
    void dragged(MouseEvent event, ComparisonLayout layout) {
        double x = units(event.getX());
        if (event.isShortcutDown()) {
            mark(layout, x);
        } else {
            pan(layout, lastX - x);
        }
        lastX = x;
    }

    private void mark(ComparisonLayout layout, double x) {
        double from = Math.max(layout.plotLeft(), Math.min(pressX, x));
        double to = Math.min(layout.plotRight(), Math.max(pressX, x));
        skin.band().setVisible(true);
        skin.band()
                .resizeRelocate(
                        skin.scaledCanvas().pixels(from),
                        skin.scaledCanvas().pixels(layout.view().top()),
                        skin.scaledCanvas().pixels(Math.max(0, to - from)),
                        skin.scaledCanvas().pixels(layout.view().height()));
    }

    /** Shows the marked range, if there is one. */
    void released(@Nullable ComparisonLayout layout) {
        boolean marked = skin.band().isVisible();
        skin.band().setVisible(false);
        if (layout != null && marked && skin.band().getWidth() > MIN_RANGE) {
            double from = units(skin.band().getLayoutX());
            double to = from + units(skin.band().getWidth());
            show(layout, new TimeRange(layout.nanosAt(from), layout.nanosAt(to)));
        }
    }

    /** Zooms with Ctrl, moves with Shift or a sideways wheel; otherwise returns false. */
    boolean scrolled(ScrollEvent event, ComparisonLayout layout) {
        double delta = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
        if (event.isShortcutDown()) {
            zoom(layout, Math.pow(ZOOM_STEP, Math.signum(delta)), units(event.getX()));
            return true;
        }
        boolean sideways = event.isShiftDown() || event.getDeltaY() == 0;
        if (sideways) {
            pan(layout, -delta);
        }
        return sideways;
    }

    void pinched(ZoomEvent event, ComparisonLayout layout) {
        if (event.getZoomFactor() > 0) {
            zoom(layout, 1 / event.getZoomFactor(), units(event.getX()));
        }
    }

    /** Handles a key without modifiers; returns whether it was one of the axis. */
    boolean key(KeyEvent event, ComparisonLayout layout, @Nullable VariantResult selected) {
        double middle = (layout.plotLeft() + layout.plotRight()) / 2;
        double step = (layout.plotRight() - layout.plotLeft()) * PAN_STEP;
        switch (event.getCode()) {
            case W, PLUS, ADD, EQUALS -> zoom(layout, ZOOM_STEP, middle);
            case S, MINUS, SUBTRACT -> zoom(layout, 1 / ZOOM_STEP, middle);
            case A, LEFT -> pan(layout, -step);
            case D, RIGHT -> pan(layout, step);
            case F -> fit(layout, selected);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Undoes or redoes a change of the view; returns false if there is none. */
    boolean keyWithControl(KeyEvent event) {
        boolean redo = event.getCode() == KeyCode.Y || event.isShiftDown();
        boolean known = event.getCode() == KeyCode.Z || event.getCode() == KeyCode.Y;
        boolean possible = redo ? skin.views().hasUndone() : skin.views().hasPast();
        if (!known || !possible) {
            return false;
        }
        if (redo) {
            skin.views().redo();
        } else {
            skin.views().undo();
        }
        return true;
    }

    /** Shows the run of the selected panel, or everything if that is in sight already. */
    private void fit(ComparisonLayout layout, @Nullable VariantResult selected) {
        long wall = selected == null ? -1 : selected.maxNanos();
        TimeRange run = wall <= 0 ? null : TimeRange.whole(wall + wall / MARGIN_SHARE);
        if (run == null || run.within(layout.wholeWindow()).equals(layout.shownWindow())) {
            skin.views().show(null);
        } else {
            show(layout, run);
        }
    }

    private void zoom(ComparisonLayout layout, double factor, double x) {
        double inside = Math.clamp(x, layout.plotLeft(), layout.plotRight());
        show(layout, layout.shownWindow().zoomed(factor, layout.nanosAt(inside)));
    }

    private void pan(ComparisonLayout layout, double units) {
        if (isZoomed()) {
            double plot = layout.plotRight() - layout.plotLeft();
            double perUnit = layout.shownWindow().lengthNanos() / plot;
            show(layout, layout.shownWindow().moved((long) (units * perUnit)));
        }
    }

    /** Shows a range, or everything if the range covers it. */
    private void show(ComparisonLayout layout, TimeRange wanted) {
        TimeRange whole = layout.wholeWindow();
        TimeRange inside = wanted.within(whole);
        skin.views().show(inside.equals(whole) ? null : inside);
    }

    private double units(double pixels) {
        return skin.scaledCanvas().units(pixels);
    }
}
