package dev.overlap.ui.sites;

import dev.overlap.plan.SiteLine;
import dev.overlap.text.SiteListText;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

/**
 * One row of the site list: shows a line, or edits its text in place. Enter and leaving the field
 * keep what was typed, Esc does not.
 */
final class SiteCell extends ListCell<SiteLine> {

    private static final PseudoClass GAP_ABOVE = PseudoClass.getPseudoClass("gap-above");
    private static final PseudoClass GAP_BELOW = PseudoClass.getPseudoClass("gap-below");

    private final SiteEdits edits;
    private final SiteRowView view;
    private @Nullable TextField field;

    SiteCell(SiteEdits edits) {
        this.edits = edits;
        view = new SiteRowView(on -> edits.switchRow(getIndex(), on), this::removeRow);
        getStyleClass().add("site-cell");
        setPrefWidth(0); // as wide as the list, however long the line is
    }

    private void removeRow() {
        edits.remove(getIndex());
    }

    /** Whether this cell shows a row: a list keeps a few more in stock, one to measure with. */
    boolean isInUse() {
        return isVisible() && !isEmpty() && getParent() != null && getParent().isVisible();
    }

    /** Whether this cell shows that row, and shows it as a whole. */
    boolean isInSight(int row) {
        Bounds list = getListView().localToScene(getListView().getLayoutBounds());
        return isInUse() && getIndex() == row && list.contains(localToScene(getLayoutBounds()));
    }

    /**
     * Draws the line of a gap where it touches this row.
     *
     * @param gap the row below it, or -1 for none
     * @param rows how many there are in all
     */
    void markGap(int gap, int rows) {
        pseudoClassStateChanged(GAP_ABOVE, gap >= 0 && getIndex() == gap);
        pseudoClassStateChanged(GAP_BELOW, gap == rows && getIndex() == rows - 1);
    }

    @Override
    protected void updateItem(@Nullable SiteLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
        } else if (!isEditing()) {
            showLine(line);
        }
    }

    private void showLine(SiteLine line) {
        view.show(line);
        setGraphic(view);
        setAccessibleText(view.sentence());
    }

    @Override
    public void startEdit() {
        super.startEdit();
        SiteLine line = getItem();
        if (isEditing() && line != null) {
            TextField editor = editor(line.text());
            field = editor;
            setGraphic(editor);
            editor.requestFocus();
            editor.selectAll();
        }
    }

    private TextField editor(String text) {
        TextField editor = new TextField(text);
        editor.setId("site-editor");
        editor.getStyleClass().add("site-editor");
        editor.setAccessibleText(SiteListText.LINE_ACCESSIBLE);
        editor.setOnAction(_ -> keep());
        editor.addEventFilter(KeyEvent.KEY_PRESSED, this::endByEsc);
        editor.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) {
                                keep();
                            }
                        });
        return editor;
    }

    private void endByEsc(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            cancelEdit();
            event.consume();
        }
    }

    /** Ends the edit and keeps the text; does nothing where the edit has ended before. */
    private void keep() {
        TextField editor = field;
        if (isEditing() && editor != null) {
            commitEdit(SiteLine.parse(editor.getText()));
        }
    }

    @Override
    public void commitEdit(SiteLine line) {
        field = null;
        super.commitEdit(line);
        endEdit();
    }

    @Override
    public void cancelEdit() {
        field = null;
        super.cancelEdit();
        endEdit();
    }

    private void endEdit() {
        SiteLine line = getItem();
        if (line != null && !isEmpty()) {
            showLine(line);
        }
        getListView().requestFocus();
    }

    /** A sentence that wraps makes its row higher, which a list cell does not see by itself. */
    @Override
    protected double computePrefHeight(double width) {
        Node content = getGraphic();
        if (content == null || getListView() == null) {
            return super.computePrefHeight(width);
        }
        Insets around = getInsets();
        double inner = getWidth() > 0 ? getWidth() : getListView().getWidth();
        return snapSizeY(
                content.prefHeight(inner - around.getLeft() - around.getRight())
                        + around.getTop()
                        + around.getBottom());
    }
}
