package dev.overlap.ui.sites;

import dev.overlap.plan.SiteLine;

import javafx.scene.control.ListView;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Selects rows of the site list after an edit. */
final class SiteRowSelection {

    private SiteRowSelection() {}

    /**
     * More rows than these are selected only where they are the first of the list: a list view
     * finds the n-th selected row by counting if its index is larger than the number of selected
     * rows, and so 100,000 rows in the second half of a list would take a minute.
     */
    private static final int MAX_ANYWHERE = 1_000;

    /** Returns the selected rows, in ascending order; takes a look at each row. */
    static Set<Integer> rows(ListView<?> view) {
        return indices(view).boxed().collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static IntStream indices(ListView<?> view) {
        return view.getSelectionModel().isEmpty()
                ? IntStream.empty()
                : IntStream.range(0, view.getItems().size())
                        .filter(view.getSelectionModel()::isSelected);
    }

    /**
     * Selects contiguous rows, or the first of them if they are too many; focuses the first and
     * scrolls to it.
     */
    static void select(ListView<SiteLine> view, int first, int count) {
        view.getSelectionModel().clearSelection();
        view.getSelectionModel().selectRange(first, first + (count > MAX_ANYWHERE ? 1 : count));
        view.getFocusModel().focus(first);
        reveal(view, first);
    }

    /**
     * Preserves the selection across an edit that moves no rows. A list view does this for a small
     * selection, but neither correctly nor quickly for a large one.
     */
    static void keep(ListView<SiteLine> view, Runnable edit) {
        int[] selected = indices(view).toArray();
        int rows = view.getItems().size();
        if (selected.length <= SiteRowModel.MAX_ONE_BY_ONE) {
            edit.run();
            return;
        }
        int focus = view.getFocusModel().getFocusedIndex();
        view.getSelectionModel().clearSelection();
        edit.run();
        boolean areFirst = selected[selected.length - 1] == selected.length - 1;
        if (view.getItems().size() == rows && (areFirst || selected.length <= MAX_ANYWHERE)) {
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
