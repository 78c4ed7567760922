package dev.overlap.ui.sites;

import dev.overlap.plan.SiteLine;

import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The keys of the site list while it has the focus and no line is being edited. */
final class SiteListShortcuts {

    private final ListView<SiteLine> view;
    private final SiteEdits edits;

    private SiteListShortcuts(ListView<SiteLine> view, SiteEdits edits) {
        this.view = view;
        this.edits = edits;
    }

    static void install(ListView<SiteLine> view, SiteEdits edits) {
        SiteListShortcuts keys = new SiteListShortcuts(view, edits);
        view.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl) {
            return;
        }
        boolean handled =
                event.isShortcutDown()
                        ? withControl(event)
                        : event.isAltDown() ? withAlt(event) : unmodified(event);
        if (handled) {
            event.consume();
        }
    }

    private boolean withControl(KeyEvent event) {
        switch (event.getCode()) {
            case Z -> {
                if (event.isShiftDown()) {
                    edits.redo();
                } else {
                    edits.undo();
                }
            }
            case Y -> edits.redo();
            case C -> copy();
            case V -> paste();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean withAlt(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> move(-1);
            case DOWN -> move(1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean unmodified(KeyEvent event) {
        switch (event.getCode()) {
            case DELETE, BACK_SPACE -> remove();
            case SPACE -> selected(edits::toggle);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void selected(Consumer<Set<Integer>> action) {
        Set<Integer> rows = new HashSet<>(view.getSelectionModel().getSelectedIndices());
        if (!rows.isEmpty()) {
            action.accept(rows);
        }
    }

    private void move(int by) {
        selected(rows -> SiteRowSelection.select(view, edits.move(rows, by), rows.size()));
    }

    private void remove() {
        selected(
                rows -> {
                    int first = rows.stream().reduce(Integer.MAX_VALUE, Math::min);
                    edits.remove(rows);
                    if (!view.getItems().isEmpty()) {
                        select(Math.min(first, view.getItems().size() - 1));
                    }
                });
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(
                view.getSelectionModel().getSelectedItems().stream()
                        .map(line -> line.text() + "\n")
                        .collect(Collectors.joining()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text == null) {
            return;
        }
        int selected = view.getSelectionModel().getSelectedIndex();
        int at = selected < 0 ? view.getItems().size() : selected + 1;
        int added = edits.insert(at, text);
        if (added > 0) {
            SiteRowSelection.select(view, at, added);
        }
    }

    private void select(int row) {
        SiteRowSelection.select(view, row, 1);
    }
}
