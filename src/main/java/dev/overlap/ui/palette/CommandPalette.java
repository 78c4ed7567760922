package dev.overlap.ui.palette;

import dev.overlap.text.PaletteText;
import dev.overlap.ui.controls.ModalOverlay;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.stream.Stream;

/**
 * A sheet with everything that the window can do. Typing narrows it, the arrows choose, Enter or a
 * click does it, Esc closes the sheet.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class CommandPalette extends ModalOverlay {

    private static final int ROWS_PER_PAGE = 8;

    /** Supplies the commands. */
    @FunctionalInterface
    public interface Source {

        /**
         * Returns the commands of the window as it is now.
         *
         * @param typed so far; some commands need a value, such as a number of workers
         */
        List<PaletteCommand> commands(String typed);
    }

    private final TextField field;
    private final ListView<PaletteCommand> list;
    private Source source = _ -> List.of();

    /** Creates a palette without commands. */
    public CommandPalette() {
        TextField field = new TextField();
        ListView<PaletteCommand> list = new ListView<>();
        super("palette", content(field, list));
        this.field = field;
        this.list = list;
        setAccessibleText(PaletteText.FIELD_ACCESSIBLE);
        field.textProperty().subscribe(this::search);
        list.getSelectionModel().selectedItemProperty().subscribe(_ -> describe());
        list.setCellFactory(_ -> new CommandCell(this::perform));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setOnMousePressed(event -> closeOutside(event.getTarget()));
    }

    private static VBox content(TextField field, ListView<PaletteCommand> list) {
        Label title = new Label(PaletteText.TITLE);
        title.getStyleClass().add("pane-title");
        title.setLabelFor(field);
        field.setId("palette-field");
        field.setPromptText(PaletteText.PROMPT);
        field.setAccessibleText(PaletteText.FIELD_ACCESSIBLE);
        list.setId("palette-list");
        list.setAccessibleText(PaletteText.LIST_ACCESSIBLE);
        list.setPlaceholder(new Label(PaletteText.NOTHING_FOUND));
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox content = new VBox(title, field, list);
        content.getStyleClass().add("palette");
        return content;
    }

    /** Sets what supplies the commands. */
    public void setSource(Source source) {
        this.source = source;
    }

    /** Opens the sheet with all commands, or closes it. */
    public void toggle() {
        if (isShowing()) {
            hide();
        } else {
            field.clear();
            search();
            show(field);
        }
    }

    private void search() {
        String typed = field.getText();
        List<PaletteCommand> found =
                Stream.of(source.commands(typed))
                        .flatMap(commands -> CommandSearch.find(commands, typed).stream())
                        .toList();
        list.getItems().setAll(found);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    /** The focus stays in the field, so its accessible text says what is selected. */
    private void describe() {
        PaletteCommand selected = list.getSelectionModel().getSelectedItem();
        field.setAccessibleText(
                selected == null
                        ? PaletteText.FIELD_ACCESSIBLE
                        : PaletteText.SELECTED_ACCESSIBLE.formatted(
                                PaletteText.FIELD_ACCESSIBLE, CommandCell.sentence(selected)));
    }

    private void key(KeyEvent event) {
        int rows = rows(event.getCode());
        if (rows != 0) {
            select(rows);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            perform();
            event.consume();
        }
    }

    private static int rows(KeyCode code) {
        return switch (code) {
            case UP -> -1;
            case DOWN -> 1;
            case PAGE_UP -> -ROWS_PER_PAGE;
            case PAGE_DOWN -> ROWS_PER_PAGE;
            default -> 0;
        };
    }

    private void select(int rows) {
        int last = list.getItems().size() - 1;
        if (last >= 0) {
            int now = list.getSelectionModel().getSelectedIndex();
            int next = Math.clamp((long) now + rows, 0, last);
            list.getSelectionModel().clearAndSelect(next);
            list.scrollTo(Math.max(0, next - ROWS_PER_PAGE / 2));
        }
    }

    /** Closes the sheet first: an action may open another one, or move the focus. */
    private void perform() {
        PaletteCommand selected = list.getSelectionModel().getSelectedItem();
        if (selected != null && CommandCell.applies(selected)) {
            hide();
            selected.action().run();
        }
    }

    private void closeOutside(Object target) {
        if (equals(target)) {
            hide();
        }
    }
}
