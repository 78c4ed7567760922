package dev.overlap.ui.sites;

import dev.overlap.plan.LineMeaning;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.sites.EditText;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

import java.util.function.IntConsumer;

/**
 * How often a line runs, such as ×3: a click makes it a field, in which Up and Down change the
 * number. Enter or leaving the field keeps it, Esc discards it. A count of one is seen only in a
 * row that is hovered over, focused or selected; its place is kept, so that nothing moves.
 */
final class CountEditor extends StackPane {

    private static final PseudoClass ONCE = PseudoClass.getPseudoClass("once");

    private final Button shown = new Button();
    private final TextField field = new TextField();
    private final IntConsumer changed;
    private int times = 1;

    /**
     * @param changed receives the new count
     */
    CountEditor(IntConsumer changed) {
        this.changed = changed;
        getStyleClass().add("site-count-place");
        setMinWidth(USE_PREF_SIZE);
        shown.getStyleClass().setAll("site-times");
        shown.setFocusTraversable(false); // the menu of the line does the same
        shown.setMinWidth(USE_PREF_SIZE);
        shown.setTooltip(new Tooltip(EditText.COUNT_HELP));
        shown.setOnAction(_ -> edit());
        show(1);
        field.setId("site-times-editor");
        field.setPrefColumnCount(4);
        field.setAccessibleText(EditText.COUNT_ACCESSIBLE);
        field.setOnAction(_ -> commit());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) {
                                commit();
                            }
                        });
        getChildren().setAll(shown, field);
    }

    /** Shows a count, and ends an edit without keeping it. */
    void show(int count) {
        times = count;
        shown.setText("\u00d7" + NumberFormats.count(count));
        setEditing(false);
    }

    /** Begins an edit. */
    void edit() {
        field.setText(Integer.toString(times));
        setEditing(true);
        field.requestFocus();
        field.selectAll();
    }

    private void setEditing(boolean editing) {
        NodeVisibility.set(field, editing);
        NodeVisibility.set(shown, !editing);
        pseudoClassStateChanged(ONCE, times == 1 && !editing);
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> end();
            case UP -> step(1);
            case DOWN -> step(-1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(int by) {
        int next = Math.clamp(typed() + by, 1, LineMeaning.MAX_TIMES);
        field.setText(Integer.toString(next));
        field.selectAll();
    }

    /** Returns what was typed, or the old count if that is no count. */
    private int typed() {
        String text = field.getText().strip().replaceFirst("^[xX\u00d7]", "");
        boolean isNumber = text.matches("[0-9]{1,6}");
        int number = isNumber ? Integer.parseInt(text) : 0;
        return number >= 1 && number <= LineMeaning.MAX_TIMES ? number : times;
    }

    private void commit() {
        if (field.isVisible()) {
            int typed = typed();
            end();
            changed.accept(typed);
        }
    }

    private void end() {
        setEditing(false);
        requestFocusOfList();
    }

    /** The focus would otherwise leave the list with the field. */
    private void requestFocusOfList() {
        if (field.isFocused()) {
            Node node = this;
            while (node != null && !(node instanceof ListView)) {
                node = node.getParent();
            }
            if (node != null) {
                node.requestFocus();
            }
        }
    }
}
