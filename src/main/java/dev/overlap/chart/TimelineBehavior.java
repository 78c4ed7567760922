package dev.overlap.chart;

import dev.overlap.render.TimeRange;
import dev.overlap.render.timeline.ChartLayout;

import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.util.Subscription;

import java.util.function.Consumer;

/** The mouse, wheel and key handling of a {@link Timeline}. */
final class TimelineBehavior {

    private static final double ZOOM_STEP = 0.8;
    private static final double PAN_STEP = 0.12;
    private static final double MIN_RANGE = 4;

    private final Timeline timeline;
    private final TimelineSkin skin;
    private final GuessDrag guess;
    private final RowGestures rows;
    private double pressX;
    private double lastX;
    private double lastY;

    TimelineBehavior(Timeline timeline, TimelineSkin skin) {
        this.timeline = timeline;
        this.skin = skin;
        this.guess = new GuessDrag(timeline, skin);
        this.rows = new RowGestures(timeline, skin);
    }

    /** Installs the handlers; the returned subscription removes them. */
    Subscription install() {
        return Subscription.combine(
                rows.install(),
                on(MouseEvent.MOUSE_MOVED, this::moved),
                on(MouseEvent.MOUSE_EXITED, _ -> skin.tip().follow(null)),
                on(MouseEvent.MOUSE_PRESSED, this::pressed),
                on(MouseEvent.MOUSE_DRAGGED, this::dragged),
                on(MouseEvent.MOUSE_RELEASED, this::released),
                on(MouseEvent.MOUSE_CLICKED, this::clicked),
                on(ScrollEvent.SCROLL, this::scrolled),
                on(ZoomEvent.ZOOM, this::pinched),
                on(KeyEvent.KEY_PRESSED, this::key));
    }

    private <E extends Event> Subscription on(EventType<E> type, Consumer<E> action) {
        EventHandler<E> handler = action::accept;
        timeline.addEventHandler(type, handler);
        return () -> timeline.removeEventHandler(type, handler);
    }

    private void pressed(MouseEvent event) {
        timeline.requestFocus();
        pressX = x(event);
        lastX = x(event);
        lastY = y(event);
        guess.pressed(event);
    }

    private void moved(MouseEvent event) {
        boolean overGuessArea = guess.isOn(event);
        Cursor otherwise = rows.isOnLegend(event) ? Cursor.HAND : Cursor.DEFAULT;
        timeline.setCursor(overGuessArea ? Cursor.H_RESIZE : otherwise);
        skin.tip().follow(new Point2D(x(event), y(event)));
    }

    private void dragged(MouseEvent event) {
        skin.tip().follow(null);
        ChartLayout layout = skin.layout();
        if (guess.dragged(event) || layout == null || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (event.isShortcutDown()) {
            showRange(event, layout);
            return;
        }
        pan(layout, lastX - x(event));
        scroll(layout, lastY - y(event));
        lastX = x(event);
        lastY = y(event);
    }

    private void showRange(MouseEvent event, ChartLayout layout) {
        double from = Math.max(layout.plotLeft(), Math.min(pressX, x(event)));
        double to = Math.min(layout.plotRight(), Math.max(pressX, x(event)));
        skin.band().setVisible(true);
        skin.band()
                .resizeRelocate(
                        skin.scaledCanvas().pixels(from),
                        skin.scaledCanvas().pixels(layout.rows().top()),
                        skin.scaledCanvas().pixels(Math.max(0, to - from)),
                        skin.scaledCanvas().pixels(layout.rows().height()));
    }

    private void released(MouseEvent event) {
        guess.released();
        ChartLayout layout = skin.layout();
        boolean ranged = skin.band().isVisible();
        skin.band().setVisible(false);
        if (layout != null && ranged && skin.band().getWidth() > MIN_RANGE) {
            double from = skin.scaledCanvas().units(skin.band().getLayoutX());
            double to = from + skin.scaledCanvas().units(skin.band().getWidth());
            show(layout, new TimeRange(layout.nanosAt(from), layout.nanosAt(to)));
        }
    }

    private double x(MouseEvent event) {
        return skin.scaledCanvas().units(event.getX());
    }

    private double y(MouseEvent event) {
        return skin.scaledCanvas().units(event.getY());
    }

    private void clicked(MouseEvent event) {
        ChartLayout layout = skin.layout();
        if (layout == null
                || event.getButton() != MouseButton.PRIMARY
                || !event.isStillSincePress()
                || guess.isOn(event)
                || rows.clicked(event)) {
            return;
        }
        if (event.getClickCount() == 2) {
            fit(layout);
        } else {
            choose(layout.taskAt(x(event), y(event)));
        }
    }

    private void choose(int task) {
        if (task >= 0) {
            timeline.selectedTaskProperty().set(task);
        }
    }

    private void scrolled(ScrollEvent event) {
        ChartLayout layout = skin.layout();
        if (layout == null) {
            return;
        }
        double delta = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
        if (event.isShortcutDown()) {
            zoom(
                    layout,
                    Math.pow(ZOOM_STEP, Math.signum(delta)),
                    skin.scaledCanvas().units(event.getX()));
        } else if (event.isShiftDown() || event.getDeltaY() == 0) {
            pan(layout, -delta);
        } else {
            scroll(layout, -delta);
        }
        event.consume();
    }

    private void pinched(ZoomEvent event) {
        ChartLayout layout = skin.layout();
        if (layout != null && event.getZoomFactor() > 0) {
            zoom(layout, 1 / event.getZoomFactor(), skin.scaledCanvas().units(event.getX()));
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.DELETE && guess.remove()) {
            event.consume();
            return;
        }
        ChartLayout layout = skin.layout();
        if (layout == null || event.isAltDown()) {
            return;
        }
        if (event.isShortcutDown()) {
            keyWithControl(event);
            return;
        }
        if (rows.key(event)) {
            event.consume();
            return;
        }
        double middle = (layout.plotLeft() + layout.plotRight()) / 2;
        double step = (layout.plotRight() - layout.plotLeft()) * PAN_STEP;
        switch (event.getCode()) {
            case W, PLUS, ADD, EQUALS -> zoom(layout, ZOOM_STEP, middle);
            case S, MINUS, SUBTRACT -> zoom(layout, 1 / ZOOM_STEP, middle);
            case A, LEFT -> pan(layout, -step);
            case D, RIGHT -> pan(layout, step);
            case F -> fit(layout);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void keyWithControl(KeyEvent event) {
        boolean redo = event.getCode() == KeyCode.Y || event.isShiftDown();
        switch (event.getCode()) {
            case Z, Y -> {
                if (redo) {
                    skin.views().redo();
                } else {
                    skin.views().undo();
                }
                event.consume();
            }
            default -> {} // a key of the window
        }
    }

    /** Zooms to the selected task, or shows everything if the task already fills the view. */
    private void fit(ChartLayout layout) {
        TimeRange task = skin.windowOfSelection();
        TimeRange now = timeline.windowProperty().get();
        if (task == null || task.within(layout.wholeWindow()).equals(now)) {
            skin.views().show(null);
        } else {
            show(layout, task);
        }
    }

    private void zoom(ChartLayout layout, double factor, double x) {
        double inside = Math.clamp(x, layout.plotLeft(), layout.plotRight());
        show(layout, layout.shownWindow().zoomed(factor, layout.nanosAt(inside)));
    }

    private void pan(ChartLayout layout, double units) {
        if (timeline.windowProperty().get() != null) {
            double perUnit =
                    layout.shownWindow().lengthNanos() / (layout.plotRight() - layout.plotLeft());
            show(layout, layout.shownWindow().moved((long) (units * perUnit)));
        }
    }

    private void scroll(ChartLayout layout, double units) {
        double wanted = layout.scroll() + units;
        timeline.scrollProperty().set(Math.clamp(wanted, 0, layout.maxScroll()));
    }

    /** Shows a range, or the whole trace if the range covers all of it. */
    private void show(ChartLayout layout, TimeRange wanted) {
        TimeRange whole = layout.wholeWindow();
        TimeRange inside = wanted.within(whole);
        skin.views().show(inside.equals(whole) ? null : inside);
    }
}
