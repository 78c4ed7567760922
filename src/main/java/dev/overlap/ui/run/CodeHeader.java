package dev.overlap.ui.run;

import atlantafx.base.theme.Styles;

import dev.overlap.snippet.Language;
import dev.overlap.text.RunText;
import dev.overlap.ui.controls.SegmentedButton;
import dev.overlap.ui.controls.SegmentedButton.Pill;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Arrays;

/** What is above the program: its name, the choice of its language, and the current position. */
final class CodeHeader extends VBox {

    private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.PYTHON);
    private final Label name = new Label();
    private final Label position = new Label();

    CodeHeader(Runnable onCopy, Runnable onSave) {
        name.getStyleClass().add("model-name");
        name.setWrapText(true);
        Label meaning = new Label(RunText.PROGRAM_TITLE);
        meaning.setWrapText(true);
        meaning.getStyleClass().add("quiet");
        position.setId("code-where");
        position.setWrapText(true);
        position.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(name, meaning, buttons(onCopy, onSave), position);
        getStyleClass().add("section");
    }

    private HBox buttons(Runnable onCopy, Runnable onSave) {
        SegmentedButton<Language> languages =
                new SegmentedButton<>(
                        language, Arrays.stream(Language.values()).map(CodeHeader::pill).toList());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button copy = button("code-copy", "Copy", Feather.COPY);
        copy.setAccessibleText("Copy the program.");
        copy.setOnAction(_ -> onCopy.run());
        Button save = button("code-save", "Save as\u2026", Feather.SAVE);
        save.setAccessibleText(RunText.SAVE_PROGRAM_HELP);
        save.setOnAction(_ -> onSave.run());
        HBox buttons = new HBox(8, languages, space, copy, save);
        buttons.setAlignment(Pos.CENTER_LEFT);
        return buttons;
    }

    private static Pill<Language> pill(Language it) {
        return new Pill<>(
                "code-" + it.extension(), it.words(), it, "The program in " + it.words() + ".");
    }

    private static Button button(String id, String words, Feather icon) {
        Button button = new Button(words, new FontIcon(icon));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add(Styles.SMALL);
        return button;
    }

    ObjectProperty<Language> languageProperty() {
        return language;
    }

    /** The chosen language. */
    Language language() {
        return language.get();
    }

    void showName(String words) {
        name.setText(words);
    }

    void showPosition(String words) {
        position.setText(words);
    }
}
