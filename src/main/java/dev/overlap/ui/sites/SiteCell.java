package dev.overlap.ui.sites;

import dev.overlap.plan.SiteLine;
import dev.overlap.plan.repair.LineAdvisor;
import dev.overlap.text.SiteListText;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One row of the site list: shows a line, or edits its text in place. Enter or leaving the field
 * keeps the input, Esc discards it.
 */
final class SiteCell extends ListCell<SiteLine> {

    private static final PseudoClass GAP_ABOVE = PseudoClass.getPseudoClass("gap-above");
    private static final PseudoClass GAP_BELOW = PseudoClass.getPseudoClass("gap-below");

    private final SiteEdits edits;
    private final LineAdvisor advisor;
    private final SiteRowView view;
    private @Nullable TextField field;

    SiteCell(SiteEdits edits, LineAdvisor advisor) {
        this.edits = edits;
        this.advisor = advisor;
        view = new SiteRowView(new RowActions(), advisor);
        getStyleClass().add("site-cell");
        setPrefWidth(0); // as wide as the list, however long the line is
    }

    private final class RowActions implements SiteRowView.Actions {

        @Override
        public void switchTo(boolean on) {
            edits.switchRow(getIndex(), on);
        }

        @Override
        public void repeat(int times) {
            edits.repeat(getIndex(), times);
        }

        @Override
        public void remove() {
            edits.remove(getIndex());
        }

        @Override
        public void mend(List<SiteLine> lines) {
            edits.mend(getIndex(), lines);
        }
    }

    /** Edits the count of the line. */
    void editCount() {
        view.editCount();
    }

    /** A selected line says in full what is wrong with it. */
    @Override
    public void updateSelected(boolean selected) {
        super.updateSelected(selected);
        view.setWrapped(selected);
    }

    /**
     * Whether this cell shows a row: a list view keeps a few spare ones, one of them for measuring.
     */
    boolean isInUse() {
        return isVisible() && !isEmpty() && getParent() != null && getParent().isVisible();
    }

    /** Whether this cell shows that row and is entirely visible. */
    boolean isFullyVisible(int row) {
        Bounds list = getListView().localToScene(getListView().getLayoutBounds());
        return isInUse() && getIndex() == row && list.contains(localToScene(getLayoutBounds()));
    }

    /**
     * Draws the line of a gap if it is adjacent to this row.
     *
     * @param gap the row below it, or -1 for none
     * @param rows the number of rows
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
            setGraphic(withHint(editor));
            editor.requestFocus();
            editor.selectAll();
        }
    }

    private TextField editor(String text) {
        TextField editor = new TextField(text);
        editor.setId("site-editor");
        editor.getStyleClass().add("site-editor");
        editor.setAccessibleText(SiteListText.LINE_ACCESSIBLE);
        editor.setOnAction(_ -> commit());
        editor.addEventFilter(KeyEvent.KEY_PRESSED, this::cancelOnEscape);
        editor.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) {
                                commit();
                            }
                        });
        return editor;
    }

    /** What can only be wrong is said while it is typed. */
    private VBox withHint(TextField editor) {
        LineHint hint = new LineHint(lines -> editor.setText(lines.getFirst().text()));
        editor.textProperty().subscribe(text -> hint.show(advisor.whileTyping(text)));
        return new VBox(editor, hint);
    }

    private void cancelOnEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            cancelEdit();
            event.consume();
        }
    }

    /** Commits the edit; does nothing if it has already ended. */
    private void commit() {
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

    /** A wrapped message makes its row higher, which a list cell does not account for. */
    @Override
    protected double computePrefHeight(double width) {
        Node content = getGraphic();
        if (content == null || getListView() == null) {
            return super.computePrefHeight(width);
        }
        Insets insets = getInsets();
        double inner = getWidth() > 0 ? getWidth() : getListView().getWidth();
        return snapSizeY(
                content.prefHeight(inner - insets.getLeft() - insets.getRight())
                        + insets.getTop()
                        + insets.getBottom());
    }
}
