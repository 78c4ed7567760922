package dev.overlap.ui.sites;

import dev.overlap.plan.SiteLine;

import javafx.scene.control.ListView;

/** Selects rows of the site list where an edit has put them. */
final class SiteRowSelection {

    private SiteRowSelection() {}

    /** Selects rows that follow each other, with the focus on the first, and shows them. */
    static void select(ListView<SiteLine> view, int first, int count) {
        view.getSelectionModel().clearSelection();
        view.getSelectionModel().selectRange(first, first + count);
        view.getFocusModel().focus(first);
        reveal(view, first);
    }

    /**
     * Keeps the selection over an edit that leaves every row where it is. A view keeps a small one
     * by itself, and a large one neither well nor quickly.
     */
    static void keep(ListView<SiteLine> view, Runnable edit) {
        int[] selected =
                view.getSelectionModel().getSelectedIndices().stream()
                        .mapToInt(row -> row)
                        .toArray();
        int rows = view.getItems().size();
        if (selected.length <= SiteRowModel.MAX_ONE_BY_ONE) {
            edit.run();
            return;
        }
        int focus = view.getFocusModel().getFocusedIndex();
        view.getSelectionModel().clearSelection();
        edit.run();
        if (view.getItems().size() == rows) {
            view.getSelectionModel().selectIndices(selected[0], selected);
            view.getFocusModel().focus(focus);
        }
    }

    /** Scrolls only where the row is out of sight: a list that jumps loses its reader. */
    private static void reveal(ListView<SiteLine> view, int row) {
        boolean inSight =
                view.lookupAll(".site-cell").stream()
                        .map(SiteCell.class::cast)
                        .anyMatch(cell -> cell.isInSight(row));
        if (!inSight) {
            view.scrollTo(row);
        }
    }
}
