package dev.overlap.ui.about;

import dev.overlap.about.Library;
import dev.overlap.about.ProgramBuild;
import dev.overlap.text.about.AboutText;
import dev.overlap.ui.controls.ModalOverlay;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.nio.file.Path;
import java.util.List;

/**
 * Says which build this is and which libraries it carries, with their licences. The list is read
 * when the sheet is first shown.
 */
public final class AboutSheet extends ModalOverlay {

    private final VBox content;
    private final Button close = new Button(AboutText.CLOSE);

    /** Creates the sheet, empty and hidden. */
    public AboutSheet() {
        VBox content = new VBox();
        super("about", content);
        this.content = content;
        content.getStyleClass().add("about-sheet");
        setAccessibleText(AboutText.TITLE);
        close.setId("about-close");
        close.setCancelButton(true);
        close.setOnAction(_ -> hide());
    }

    /** Shows or hides the sheet. */
    public void toggle() {
        if (isShowing()) {
            hide();
            return;
        }
        if (content.getChildren().isEmpty()) {
            fill(ProgramBuild.here(), Library.all());
        }
        show(close);
    }

    private void fill(ProgramBuild build, List<Library> libraries) {
        Label title = new Label(AboutText.TITLE);
        title.getStyleClass().add("pane-title");
        Label version = whole(String.join("\n", AboutText.lines(build)));
        version.setId("about-version");
        Label licence = whole(libraries.isEmpty() ? AboutText.NO_LIST : AboutText.LICENCE);
        content.getChildren().setAll(title, version, licence);
        if (!libraries.isEmpty()) {
            content.getChildren().add(table(libraries));
            content.getStyleClass().add("with-libraries");
        }
        String texts = AboutText.texts(Path.of(System.getProperty("java.home")));
        if (!texts.isEmpty()) {
            content.getChildren().add(whole(texts));
        }
        content.getChildren().add(buttons(AboutText.whole(build, libraries)));
    }

    private static ScrollPane table(List<Library> libraries) {
        GridPane table = new GridPane();
        table.setId("about-libraries");
        table.getStyleClass().add("keys-table");
        for (Library library : libraries) {
            table.addRow(
                    table.getRowCount(),
                    whole(library.name()),
                    narrow(library.version()),
                    narrow(library.licence()));
        }
        ScrollPane scroll = new ScrollPane(table);
        scroll.setFocusTraversable(true);
        scroll.setAccessibleText(AboutText.LICENCE);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(0);
        scroll.getStyleClass().add("keys-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    /** Wraps, and is never cut: the list of libraries gives way instead. */
    private static Label whole(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /** Takes the width of its text, whatever is beside it. */
    private static Label narrow(String text) {
        Label label = new Label(text);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private HBox buttons(String whole) {
        Button copy = new Button(AboutText.COPY);
        copy.setId("about-copy");
        copy.setOnAction(
                _ -> {
                    ClipboardContent text = new ClipboardContent();
                    text.putString(whole);
                    Clipboard.getSystemClipboard().setContent(text);
                });
        HBox buttons = new HBox(copy, close);
        buttons.getStyleClass().add("sheet-buttons");
        return buttons;
    }
}
