package dev.overlap.ui.sites;

import dev.overlap.plan.SiteLine;

import javafx.scene.control.ListView;

/** Selects rows of the site list after an edit. */
final class SiteRowSelection {

    private SiteRowSelection() {}

    /** Selects contiguous rows, focuses the first and scrolls to it. */
    static void select(ListView<SiteLine> view, int first, int count) {
        view.getSelectionModel().clearSelection();
        view.getSelectionModel().selectRange(first, first + count);
        view.getFocusModel().focus(first);
        reveal(view, first);
    }

    /**
     * Preserves the selection across an edit that moves no rows. A list view does this for a small
     * selection, but neither correctly nor quickly for a large one.
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

    /** Scrolls only if the row is not visible: unnecessary jumps are confusing. */
    private static void reveal(ListView<SiteLine> view, int row) {
        boolean visible =
                view.lookupAll(".site-cell").stream()
                        .map(SiteCell.class::cast)
                        .anyMatch(cell -> cell.isFullyVisible(row));
        if (!visible) {
            view.scrollTo(row);
        }
    }
}
