package dev.overlap.chart;

import dev.overlap.render.rows.RowChoice;
import dev.overlap.render.rows.RowOrder;
import dev.overlap.render.timeline.ChartLayout;
import dev.overlap.render.timeline.LegendPlace;
import dev.overlap.trace.Phase;

import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.function.UnaryOperator;

/**
 * The hands on the rows of a {@link Timeline}: entries of the legend hide their phases, keys pin
 * the selected row, show its arrows, open its menu, and lead to the legend and along it.
 */
final class RowGestures {

    private final Timeline timeline;
    private final TimelineSkin skin;
    private final EventHandler<ContextMenuEvent> menuRequested = this::requested;
    private final EventHandler<KeyEvent> menuKeyPressed = this::menuKey;
    private RowChoice beforeClick = RowChoice.DEFAULT;
    private int legendItem = -1;

    RowGestures(Timeline timeline, TimelineSkin skin) {
        this.timeline = timeline;
        this.skin = skin;
    }

    /** Handles a click on the legend: one hides or shows a phase, two draw it alone. */
    boolean clicked(MouseEvent event) {
        Phase phase = legendPhaseAt(event);
        if (phase == null) {
            return false;
        }
        if (event.getClickCount() % 2 == 0) { // the fourth of four quick clicks is a second one
            timeline.rowChoiceProperty().set(beforeClick.isolate(phase));
        } else {
            beforeClick = timeline.rowChoiceProperty().get();
            change(choice -> choice.toggle(phase));
        }
        return true;
    }

    private @Nullable Phase legendPhaseAt(MouseEvent event) {
        return skin.legendPhaseAt(new Point2D(event.getX(), event.getY()));
    }

    /** Whether the mouse is over an entry of the legend. */
    boolean isOnLegend(MouseEvent event) {
        return legendPhaseAt(event) != null;
    }

    /** Handles the keys of rows and of the legend. */
    boolean key(KeyEvent event) {
        if (legendItem >= 0 && legendKey(event)) {
            return true;
        }
        switch (event.getCode()) {
            case UP -> up();
            case G -> moveInLegend(0);
            case DOWN -> select(1);
            case L -> change(choice -> choice.withArrows(!choice.arrows()));
            case P -> pinSelected();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The legend is above the first row. */
    private void up() {
        int before = timeline.selectedTaskProperty().get();
        select(-1);
        if (before >= 0 && before == timeline.selectedTaskProperty().get()) {
            moveInLegend(0);
        }
    }

    private boolean legendKey(KeyEvent event) {
        int last = skin.legendPlaces().size() - 1;
        switch (event.getCode()) {
            case LEFT -> moveInLegend(Math.max(0, legendItem - 1));
            case RIGHT -> moveInLegend(Math.min(last, legendItem + 1));
            case HOME -> moveInLegend(0);
            case END -> moveInLegend(last);
            case ENTER -> hideOrIsolate(event.isShiftDown());
            case DOWN, ESCAPE -> moveInLegend(-1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void moveInLegend(int item) {
        legendItem = Math.min(item, skin.legendPlaces().size() - 1);
        skin.setLegendItem(legendItem);
    }

    private void hideOrIsolate(boolean isolate) {
        LegendPlace place = skin.legendPlace();
        Phase phase = place == null ? null : place.entry().phase();
        if (phase != null) {
            change(choice -> isolate ? choice.isolate(phase) : choice.toggle(phase));
        }
    }

    private void leaveLegend() {
        if (legendItem >= 0) {
            moveInLegend(-1);
        }
    }

    private void pinSelected() {
        int task = timeline.selectedTaskProperty().get();
        if (task >= 0) {
            change(choice -> choice.togglePin(task));
        }
    }

    private void change(UnaryOperator<RowChoice> by) {
        timeline.rowChoiceProperty().set(by.apply(timeline.rowChoiceProperty().get()));
    }

    /** Selects the task in the next row, or the first one. */
    private void select(int step) {
        RowOrder order = timeline.rowOrderProperty().get();
        int task = order == null ? -1 : order.step(timeline.selectedTaskProperty().get(), step);
        if (task >= 0) {
            timeline.selectedTaskProperty().set(task);
        }
    }

    /** Installs the handlers of the context menu; the returned subscription removes them. */
    Subscription install() {
        timeline.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, menuRequested);
        timeline.addEventHandler(KeyEvent.KEY_PRESSED, menuKeyPressed);
        Subscription leaving =
                Subscription.combine(
                        timeline.focusedProperty().subscribe(this::leaveLegend),
                        timeline.traceProperty().subscribe(this::leaveLegend));
        return () -> {
            leaving.unsubscribe();
            timeline.removeEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, menuRequested);
            timeline.removeEventHandler(KeyEvent.KEY_PRESSED, menuKeyPressed);
        };
    }

    /** A keyboard's request is handled as a key, because not every platform reports it. */
    private void requested(ContextMenuEvent event) {
        ChartLayout layout = skin.layout();
        if (event.isKeyboardTrigger() || layout == null) {
            return;
        }
        int task =
                layout.taskAt(
                        skin.scaledCanvas().units(event.getX()),
                        skin.scaledCanvas().units(event.getY()));
        if (task >= 0) {
            timeline.selectedTaskProperty().set(task);
            timeline.rowMenuProperty().get().show(task, event.getScreenX(), event.getScreenY());
            event.consume();
        }
    }

    private void menuKey(KeyEvent event) {
        boolean menu =
                event.getCode() == KeyCode.CONTEXT_MENU
                        || (event.getCode() == KeyCode.F10 && event.isShiftDown());
        ChartLayout layout = skin.layout();
        int task = timeline.selectedTaskProperty().get();
        if (menu && layout != null && task >= 0) {
            showMenu(layout, task);
            event.consume();
        }
    }

    /** Below the name of the selected row, or in the corner if that is out of sight. */
    private void showMenu(ChartLayout layout, int task) {
        int row = layout.rowOfTask(task);
        boolean inSight = row >= 0 && layout.placement().shows(row);
        double y = inSight ? layout.placement().span(row).middle() : layout.rows().top();
        Point2D at =
                timeline.localToScreen(
                        skin.scaledCanvas().pixels(layout.plotLeft()),
                        skin.scaledCanvas().pixels(y));
        timeline.rowMenuProperty().get().show(task, at.getX(), at.getY());
    }
}
