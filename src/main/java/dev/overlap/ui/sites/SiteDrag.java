package dev.overlap.ui.sites;

import dev.overlap.plan.SiteLine;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * Moves rows by dragging them with the mouse. This does not use the system's drag and drop, which
 * cannot be cancelled by Esc on every system, does not scroll the list, and needs a window manager.
 *
 * <p>Dragging a selected row moves all selected rows. A line between two rows marks the target;
 * dragging above or below the list scrolls it.
 */
final class SiteDrag {

    private static final Duration SCROLL_STEP = Duration.millis(60);

    private final ListView<SiteLine> view;
    private final SiteEdits edits;
    private final Timeline scrolling = new Timeline(new KeyFrame(SCROLL_STEP, _ -> scroll()));
    private Set<Integer> grabbed = Set.of();
    private Set<Integer> rows = Set.of();
    private Point2D mouse = Point2D.ZERO;
    private int gap = -1;

    private SiteDrag(ListView<SiteLine> view, SiteEdits edits) {
        this.view = view;
        this.edits = edits;
        scrolling.setCycleCount(Timeline.INDEFINITE);
    }

    static void install(ListView<SiteLine> view, SiteEdits edits) {
        SiteDrag drag = new SiteDrag(view, edits);
        view.addEventFilter(MouseEvent.MOUSE_PRESSED, drag::pressed);
        view.addEventFilter(MouseEvent.DRAG_DETECTED, drag::begin);
        view.addEventFilter(MouseEvent.MOUSE_DRAGGED, drag::dragged);
        view.addEventFilter(MouseEvent.MOUSE_RELEASED, drag::dropped);
        view.addEventFilter(KeyEvent.KEY_PRESSED, drag::cancelled);
    }

    /**
     * Remembers what may be dragged: by the time a drag is detected, a fast mouse is over another
     * row and the list has reduced the selection to the pressed one.
     */
    private void pressed(MouseEvent event) {
        SiteCell cell = event.getButton() == MouseButton.PRIMARY ? cellOf(event.getTarget()) : null;
        if (cell == null || cell.isEmpty()) {
            grabbed = Set.of();
            return;
        }
        Set<Integer> selected = SiteRowSelection.rows(view);
        grabbed = selected.contains(cell.getIndex()) ? selected : Set.of(cell.getIndex());
    }

    private void begin(MouseEvent event) {
        rows = grabbed;
        if (isDragging()) {
            scrolling.play();
            updateTarget(event);
        }
    }

    /** The cell under the mouse; none over its editor, where dragging selects text. */
    private static @Nullable SiteCell cellOf(Object target) {
        Node node = target instanceof Node at ? at : null;
        while (node != null && !(node instanceof SiteCell)) {
            node = node instanceof TextInputControl ? null : node.getParent();
        }
        return (SiteCell) node;
    }

    private void dragged(MouseEvent event) {
        if (isDragging()) {
            updateTarget(event);
            event.consume();
        }
    }

    private void updateTarget(MouseEvent event) {
        mouse = new Point2D(event.getSceneX(), event.getSceneY());
        show(DropPosition.at(view, mouse));
    }

    private void scroll() {
        Bounds bounds = view.localToScene(view.getLayoutBounds());
        int step = mouse.getY() < bounds.getMinY() ? -1 : mouse.getY() > bounds.getMaxY() ? 1 : 0;
        int next = gap + step;
        if (step != 0 && next >= 0 && next <= view.getItems().size()) {
            view.scrollTo(step < 0 ? next : Math.max(0, next - DropPosition.visibleRows(view)));
            show(next);
        }
    }

    private void dropped(MouseEvent event) {
        int to = gap;
        Set<Integer> moved = rows;
        if (isDragging()) {
            end();
            SiteRowSelection.select(view, edits.gather(moved, to), moved.size());
            event.consume();
        }
    }

    private void cancelled(KeyEvent event) {
        if (isDragging() && event.getCode() == KeyCode.ESCAPE) {
            end();
            event.consume();
        }
    }

    private boolean isDragging() {
        return !rows.isEmpty();
    }

    private void end() {
        rows = Set.of();
        scrolling.stop();
        show(-1);
    }

    private void show(int shown) {
        gap = shown;
        DropPosition.mark(view, shown);
    }
}
