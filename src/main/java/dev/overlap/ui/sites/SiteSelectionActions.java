package dev.overlap.ui.sites;

import dev.overlap.plan.SiteLine;

import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What can be done with the selected lines, by keys and by the menu of a line. */
final class SiteSelectionActions {

    private final ListView<SiteLine> view;
    private final SiteEdits edits;

    SiteSelectionActions(ListView<SiteLine> view, SiteEdits edits) {
        this.view = view;
        this.edits = edits;
    }

    Set<Integer> rows() {
        return SiteRowSelection.rows(view);
    }

    private void selected(Consumer<Set<Integer>> action) {
        Set<Integer> rows = rows();
        if (!rows.isEmpty()) {
            action.accept(rows);
        }
    }

    void edit() {
        view.edit(view.getSelectionModel().getSelectedIndex());
    }

    /** Begins to edit the count of the selected line, if it is in sight. */
    void repeat() {
        int row = view.getSelectionModel().getSelectedIndex();
        DropPosition.cells(view).stream()
                .filter(cell -> cell.getIndex() == row)
                .forEach(SiteCell::editCount);
    }

    void toggle() {
        selected(edits::toggle);
    }

    void duplicate() {
        selected(rows -> SiteRowSelection.select(view, edits.duplicate(rows), rows.size()));
    }

    void move(int by) {
        selected(rows -> SiteRowSelection.select(view, edits.move(rows, by), rows.size()));
    }

    void remove() {
        selected(
                rows -> {
                    int first = rows.stream().reduce(Integer.MAX_VALUE, Math::min);
                    edits.remove(rows);
                    if (!view.getItems().isEmpty()) {
                        select(Math.min(first, view.getItems().size() - 1));
                    }
                });
    }

    void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(
                rows().stream()
                        .map(row -> edits.list().lines().get(row).text() + "\n")
                        .collect(Collectors.joining()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text == null) {
            return;
        }
        int selected = view.getSelectionModel().getSelectedIndex();
        int at = selected < 0 ? view.getItems().size() : selected + 1;
        edits.insert(at, text, this::select);
    }

    /** Selects lines that were inserted. */
    void select(int first, int lines) {
        if (lines > 0) {
            SiteRowSelection.select(view, first, lines);
        }
    }

    /** Selects the next line that is not understood; after the last one, the first. */
    void nextProblem() {
        int lines = edits.list().lines().size();
        int from = Math.max(-1, view.getSelectionModel().getSelectedIndex());
        for (int step = 1; step <= lines; step++) {
            int row = (from + step) % lines;
            if (edits.list().lines().get(row).problem() != null) {
                select(row);
                view.requestFocus();
                return;
            }
        }
    }

    void select(int row) {
        SiteRowSelection.select(view, row, 1);
    }
}
