package dev.overlap.ui.sites;

import dev.overlap.plan.SiteLine;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.ListView;

import java.util.Comparator;
import java.util.List;

/**
 * The gap between two rows of the site list under the mouse. A gap has the index of the row below
 * it; the last one equals the number of rows.
 */
final class DropPosition {

    private DropPosition() {}

    /**
     * Returns the gap nearest to a point.
     *
     * @param point in scene coordinates; may be outside of the list
     */
    static int at(ListView<SiteLine> view, Point2D point) {
        List<SiteCell> cells = cells(view);
        for (SiteCell cell : cells) {
            Bounds bounds = cell.localToScene(cell.getLayoutBounds());
            if (point.getY() < bounds.getCenterY()) {
                return cell.getIndex();
            }
        }
        return cells.isEmpty() ? view.getItems().size() : cells.getLast().getIndex() + 1;
    }

    /** Draws a line in this gap only; -1 for none. */
    static void mark(ListView<SiteLine> view, int gap) {
        cells(view).forEach(cell -> cell.markGap(gap, view.getItems().size()));
    }

    static int visibleRows(ListView<SiteLine> view) {
        return Math.max(1, cells(view).size() - 2);
    }

    /** The visible cells, from top to bottom. */
    static List<SiteCell> cells(ListView<SiteLine> view) {
        return view.lookupAll(".site-cell").stream()
                .map(SiteCell.class::cast)
                .filter(SiteCell::isInUse)
                .sorted(Comparator.comparingInt(SiteCell::getIndex))
                .toList();
    }
}
