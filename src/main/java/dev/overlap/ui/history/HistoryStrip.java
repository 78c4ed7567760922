package dev.overlap.ui.history;

import atlantafx.base.theme.Styles;

import dev.overlap.text.history.HistoryText;
import dev.overlap.ui.controls.NodeVisibility;
import dev.overlap.ui.controls.WideTooltip;

import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The kept runs in a row, the newest first. Takes no room while there is none.
 *
 * <p>Threads: JavaFX thread only.
 */
final class HistoryStrip extends HBox {

    private static final double LOW_LINES = 50;

    private final HistoryActions actions;
    private final ListView<HistoryItem> list = new ListView<>();
    private final Button compare =
            new Button(HistoryText.COMPARE, new FontIcon(Feather.BAR_CHART_2));

    HistoryStrip(HistoryActions actions, ExportItems export) {
        this.actions = actions;
        setId("history");
        getStyleClass().add("history");
        setAlignment(Pos.CENTER_LEFT);
        list.setId("history-list");
        list.getStyleClass().add("history-list");
        list.setOrientation(Orientation.HORIZONTAL);
        list.setAccessibleText(HistoryText.STRIP);
        list.setCellFactory(_ -> new HistoryCell(actions::rename));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setContextMenu(new HistoryMenu(this::selected, this::edit, actions, export));
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setEditable(true);
        list.addEventFilter(ScrollEvent.SCROLL, this::wheel);
        setHgrow(list, Priority.ALWAYS);
        compare.setId("history-compare");
        compare.getStyleClass().add(Styles.SMALL);
        compare.setMinWidth(USE_PREF_SIZE);
        compare.setTooltip(new WideTooltip(HistoryText.COMPARE_HELP));
        compare.setAccessibleText(HistoryText.COMPARE + ". " + HistoryText.COMPARE_HELP);
        compare.setOnAction(_ -> actions.compare(selected()));
        list.getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<HistoryItem>) _ -> selectionChanged());
        getChildren().setAll(list, compare);
        NodeVisibility.set(compare, false);
        sceneProperty().flatMap(Scene::heightProperty).subscribe(this::showIfThereIsRoom);
        compare.fontProperty().subscribe(this::showIfThereIsRoom);
    }

    /** A low window in the larger font needs its height for the chart. */
    private void showIfThereIsRoom() {
        boolean low =
                getScene() != null
                        && getScene().getHeight() < LOW_LINES * compare.getFont().getSize();
        NodeVisibility.set(this, !list.getItems().isEmpty() && !low);
    }

    private void selectionChanged() {
        NodeVisibility.set(compare, selected().size() > 1);
    }

    /** The selected runs, in the order of the strip. */
    List<HistoryItem> selected() {
        return list.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /** Shows these runs; those that were selected remain so. */
    void show(List<HistoryItem> items) {
        Set<String> selected = selected().stream().map(HistoryItem::id).collect(Collectors.toSet());
        int focused = list.getFocusModel().getFocusedIndex();
        list.getSelectionModel().clearSelection();
        list.getItems().setAll(items);
        for (int i = 0; i < items.size(); i++) {
            if (selected.contains(items.get(i).id())) {
                list.getSelectionModel().select(i);
            }
        }
        list.getFocusModel().focus(Math.min(focused, items.size() - 1));
        showIfThereIsRoom();
    }

    List<HistoryItem> items() {
        return list.getItems();
    }

    /** Edits the name of a run in place. */
    void edit(HistoryItem item) {
        list.edit(list.getItems().indexOf(item));
    }

    /** A click with a modifier only selects. */
    private void clicked(MouseEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isShiftDown() && !event.isAltDown();
        List<HistoryItem> clicked = selected();
        if (event.getButton() == MouseButton.PRIMARY && plain && clicked.size() == 1) {
            actions.show(clicked.getFirst());
        }
    }

    /** A wheel that turns about one axis only moves the row as well. */
    private void wheel(ScrollEvent event) {
        if (event.getDeltaX() == 0
                && event.getDeltaY() != 0
                && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.scrollPixels(-event.getDeltaY());
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (list.getEditingIndex() >= 0) {
            return;
        }
        List<HistoryItem> selected = selected();
        KeyCode code = event.getCode();
        if (code == KeyCode.Z && event.isShortcutDown() && !event.isShiftDown()) {
            actions.undo();
        } else if (event.isShortcutDown() || selected.isEmpty()) {
            return;
        } else if (code == KeyCode.ENTER || code == KeyCode.SPACE) {
            open(selected);
        } else if (code == KeyCode.DELETE) {
            actions.delete(selected);
        } else if (code == KeyCode.F2) {
            edit(selected.getFirst());
        } else {
            return;
        }
        event.consume();
    }

    private void open(List<HistoryItem> selected) {
        if (selected.size() == 1) {
            actions.show(selected.getFirst());
        } else {
            actions.compare(selected);
        }
    }
}
