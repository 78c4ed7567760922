package dev.overlap.chart;

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
                on(ZoomEvent.ZOOM, skin.navigator()::pinched),
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
            skin.navigator().pan(last.getX() - at.getX());
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
            fit();
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
        if (!skin.navigator().scrolled(event)) {
            scroll(layout, -event.getDeltaY());
        }
        event.consume();
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
        if (event.getCode() == KeyCode.F) {
            fit();
            event.consume();
        } else if (rows.key(event) || skin.navigator().key(event)) {
            event.consume();
        }
    }

    private void keyWithControl(KeyEvent event) {
        if (event.getCode() == KeyCode.Z || event.getCode() == KeyCode.Y) {
            skin.navigator().undoOrRedo(event);
            event.consume();
        }
    }

    /** Zooms to the selected task, or shows everything if the task already fills the view. */
    private void fit() {
        skin.navigator().fit(skin.windowOfSelection());
    }

    private void scroll(ChartLayout layout, double units) {
        double wanted = layout.scroll() + units;
        timeline.scrollProperty().set(Math.clamp(wanted, 0, layout.maxScroll()));
    }
}
