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

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/** The mouse, wheel and key handling of a {@link Timeline}. */
final class TimelineBehavior {

    private static final double ZOOM_STEP = 0.8;
    private static final double PAN_STEP = 0.12;

    private final Timeline timeline;
    private final TimelineSkin skin;
    private final GuessDrag guess;
    private final List<TimelineDrag> drags;
    private final RowGestures rows;
    private @Nullable TimelineDrag drag;
    private Point2D last = Point2D.ZERO;

    TimelineBehavior(Timeline timeline, TimelineSkin skin) {
        this.timeline = timeline;
        this.skin = skin;
        this.guess = new GuessDrag(timeline, skin);
        this.drags =
                List.of(
                        new ZoomDrag(skin),
                        guess,
                        new RangeDrag(timeline, skin),
                        new ScrubDrag(timeline, skin));
        this.rows = new RowGestures(timeline, skin);
    }

    /** Installs the handlers; the returned subscription removes them. */
    Subscription install() {
        return Subscription.combine(
                rows.install(),
                on(MouseEvent.MOUSE_MOVED, this::moved),
                on(MouseEvent.MOUSE_EXITED, _ -> left()),
                on(MouseEvent.MOUSE_PRESSED, this::pressed),
                on(MouseEvent.MOUSE_DRAGGED, this::dragged),
                on(MouseEvent.MOUSE_RELEASED, _ -> released()),
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

    private void left() {
        skin.tip().follow(null);
        guess.hover(false);
    }

    private void pressed(MouseEvent event) {
        timeline.requestFocus();
        guess.hover(false);
        last = skin.at(event);
        drag = event.getButton() == MouseButton.PRIMARY ? dragAt(event) : null;
        if (drag != null) {
            drag.begin(event);
        }
    }

    private @Nullable TimelineDrag dragAt(MouseEvent event) {
        return drags.stream().filter(it -> it.beginsAt(event)).findFirst().orElse(null);
    }

    private void moved(MouseEvent event) {
        TimelineDrag here = dragAt(event);
        Cursor otherwise = rows.isOnLegend(event) ? Cursor.HAND : Cursor.DEFAULT;
        timeline.setCursor(here == null ? otherwise : here.cursor());
        guess.hover(guess.equals(here));
        skin.tip().follow(skin.at(event));
    }

    private void dragged(MouseEvent event) {
        skin.tip().follow(null);
        ChartLayout layout = skin.layout();
        if (drag != null) {
            drag.move(event);
        } else if (layout != null && event.getButton() == MouseButton.PRIMARY) {
            Point2D at = skin.at(event);
            pan(layout, last.getX() - at.getX());
            scroll(layout, last.getY() - at.getY());
            last = at;
        }
    }

    private void released() {
        if (drag != null) {
            drag.end();
        }
    }

    private void clicked(MouseEvent event) {
        ChartLayout layout = skin.layout();
        if (layout == null
                || event.getButton() != MouseButton.PRIMARY
                || !event.isStillSincePress()
                || drag != null
                || rows.clicked(event)) {
            return;
        }
        if (event.getClickCount() == 2) {
            fit(layout);
        } else {
            choose(layout.taskAt(skin.at(event).getX(), skin.at(event).getY()));
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
        if (event.isShortcutDown() && !event.isAltDown()) {
            keyWithControl(event);
            return;
        }
        ChartLayout layout = skin.layout();
        if (layout == null || event.isAltDown()) {
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
            skin.show(task);
        }
    }

    private void zoom(ChartLayout layout, double factor, double x) {
        double inside = Math.clamp(x, layout.plotLeft(), layout.plotRight());
        skin.show(layout.shownWindow().zoomed(factor, layout.nanosAt(inside)));
    }

    private void pan(ChartLayout layout, double units) {
        if (timeline.windowProperty().get() != null) {
            double perUnit =
                    layout.shownWindow().lengthNanos() / (layout.plotRight() - layout.plotLeft());
            skin.show(layout.shownWindow().moved((long) (units * perUnit)));
        }
    }

    private void scroll(ChartLayout layout, double units) {
        double wanted = layout.scroll() + units;
        timeline.scrollProperty().set(Math.clamp(wanted, 0, layout.maxScroll()));
    }
}
