package dev.overlap.ui.run;

import atlantafx.base.theme.Styles;

import dev.overlap.snippet.Language;
import dev.overlap.text.RunText;
import dev.overlap.ui.controls.NodeVisibility;
import dev.overlap.ui.controls.SegmentedButton;
import dev.overlap.ui.controls.SegmentedButton.Pill;
import dev.overlap.ui.controls.WideTooltip;

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

    private final Label meaning = new Label();
    private final Button beside = new Button();

    CodeHeader(Runnable onCopy, Runnable onSave, Runnable onBeside) {
        beside.setId("code-beside");
        beside.getStyleClass().add(Styles.SMALL);
        beside.setGraphic(new FontIcon(Feather.PLAY));
        beside.setTooltip(new WideTooltip(RunText.RUN_BESIDE_HELP));
        beside.setAccessibleHelp(RunText.RUN_BESIDE_HELP);
        beside.setOnAction(_ -> onBeside.run());
        showBeside("");
        name.getStyleClass().add("model-name");
        name.setWrapText(true);
        meaning.setWrapText(true);
        meaning.getStyleClass().add("quiet");
        position.setId("code-where");
        position.setWrapText(true);
        position.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(name, meaning, buttons(onCopy, onSave), beside, position);
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

    void showName(String words, String whatItIs) {
        name.setText(words);
        meaning.setText(whatItIs);
    }

    /** Offers to run the program in the other language, too; with no words, nothing is offered. */
    void showBeside(String words) {
        beside.setText(words);
        NodeVisibility.set(beside, !words.isEmpty());
    }

    void showPosition(String words) {
        position.setText(words);
    }
}
