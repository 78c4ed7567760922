package dev.overlap.chart;

import dev.overlap.render.TimeRange;
import dev.overlap.render.overview.BrushDrag;
import dev.overlap.render.overview.BrushZone;
import dev.overlap.render.overview.OverviewLayout;

import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/** The mouse and key handling of an {@link OverviewStrip}. */
final class OverviewStripBehavior {

    /** A shorter move is a click, in layout pixels. */
    private static final double MIN_DRAG = 3;

    private final OverviewStrip strip;
    private final OverviewStripSkin skin;
    private @Nullable BrushDrag drag;
    private double pressX;
    private boolean moved;

    OverviewStripBehavior(OverviewStrip strip, OverviewStripSkin skin) {
        this.strip = strip;
        this.skin = skin;
    }

    /** Installs the handlers; the returned subscription removes them. */
    Subscription install() {
        return Subscription.combine(
                on(MouseEvent.MOUSE_MOVED, this::hovered),
                on(MouseEvent.MOUSE_PRESSED, this::pressed),
                on(MouseEvent.MOUSE_DRAGGED, this::dragged),
                on(MouseEvent.MOUSE_RELEASED, this::released),
                on(MouseEvent.MOUSE_CLICKED, this::clicked),
                on(KeyEvent.KEY_PRESSED, this::key));
    }

    private <E extends Event> Subscription on(EventType<E> type, Consumer<E> action) {
        EventHandler<E> handler = action::accept;
        strip.addEventHandler(type, handler);
        return () -> strip.removeEventHandler(type, handler);
    }

    private double x(MouseEvent event) {
        return skin.scaledCanvas().units(event.getX());
    }

    private void hovered(MouseEvent event) {
        OverviewLayout layout = skin.layout();
        if (layout != null) {
            strip.setCursor(cursor(layout.zoneAt(x(event))));
        }
    }

    private static Cursor cursor(BrushZone zone) {
        return switch (zone) {
            case BEGIN, END -> Cursor.H_RESIZE;
            case INSIDE -> Cursor.OPEN_HAND;
            case OUTSIDE -> Cursor.CROSSHAIR;
            case BESIDE -> Cursor.DEFAULT;
        };
    }

    private void pressed(MouseEvent event) {
        strip.requestFocus();
        OverviewLayout layout = skin.layout();
        if (layout == null || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        pressX = event.getX();
        moved = false;
        drag =
                new BrushDrag(
                        layout.zoneAt(x(event)),
                        layout.shown(),
                        layout.nanosAt(x(event)),
                        layout.scale().range());
    }

    private void dragged(MouseEvent event) {
        BrushDrag going = drag;
        OverviewLayout layout = skin.layout();
        moved |= Math.abs(event.getX() - pressX) >= MIN_DRAG;
        if (going != null && layout != null && moved && going.zone() != BrushZone.BESIDE) {
            strip.setDragged(true);
            strip.show(going.to(layout.nanosAt(x(event))), going.whole());
        }
    }

    private void released(MouseEvent event) {
        BrushDrag ended = drag;
        OverviewLayout layout = skin.layout();
        drag = null;
        strip.setDragged(false);
        if (ended != null && layout != null && event.getButton() == MouseButton.PRIMARY) {
            TimeRange last = moved ? ended.to(layout.nanosAt(x(event))) : ended.clicked();
            strip.show(last, ended.whole());
        }
    }

    private void clicked(MouseEvent event) {
        boolean isDouble = event.getClickCount() == 2 && event.isStillSincePress();
        if (isDouble && event.getButton() == MouseButton.PRIMARY) {
            strip.timeline().showWindow(null);
        }
    }

    private void key(KeyEvent event) {
        OverviewLayout layout = skin.layout();
        if (layout == null || event.isAltDown() || event.isShortcutDown()) {
            return;
        }
        TimeRange shown = layout.shown();
        TimeRange whole = layout.scale().range();
        TimeRange next = TimeAxisNavigator.after(event.getCode(), shown);
        if (next != null) {
            strip.show(next, whole);
            event.consume();
            return;
        }
        switch (event.getCode()) {
            case HOME -> strip.show(shown.moved(whole.beginNanos() - shown.beginNanos()), whole);
            case END -> strip.show(shown.moved(whole.endNanos() - shown.endNanos()), whole);
            case F -> strip.timeline().showWindow(null);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
