package dev.overlap.ui.settings;

import dev.overlap.plan.Settings;
import dev.overlap.text.SettingsText;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import java.util.Arrays;
import java.util.List;

/**
 * The settings and rules of the next run, apart from the workers, who stand beside the model.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class SettingsPane extends VBox {

    /** Whether the tasks of a run open their connections themselves. */
    enum Temper {
        COLD("Cold"),
        WARM("Warm");

        private final String word;

        Temper(String word) {
            this.word = word;
        }

        static Temper of(Settings settings) {
            return settings.connections().warm() ? WARM : COLD;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.DEFAULT);
    private final ComboBox<Temper> temper = new ComboBox<>();
    private final List<SettingField> fields =
            Arrays.stream(TextSetting.values())
                    .map(setting -> new SettingField(setting, settings))
                    .toList();

    /** A pane that begins with settings. */
    public SettingsPane(Settings begin) {
        settings.set(begin);
        setId("settings");
        getStyleClass().add("settings");
        Label title = new Label("Network");
        title.getStyleClass().add("pane-title");
        setUpTemper();
        getChildren().setAll(title);
        getChildren().addAll(fields);
        getChildren().add(3, SettingField.row("Connections", temper)); // below their two limits
        getChildren().add(rules());
        setMinHeight(USE_PREF_SIZE);
    }

    private VBox rules() {
        Label title = new Label("Rules");
        title.getStyleClass().add("pane-title");
        VBox rules =
                new VBox(
                        title,
                        new RuleCheckBox(RuleCheckBox.Rule.INTERPRETER_LOCK, settings),
                        new RuleCheckBox(RuleCheckBox.Rule.FIRST_FAILURE_CANCELS, settings));
        rules.getStyleClass().add("rules");
        return rules;
    }

    private void setUpTemper() {
        temper.setId("connections");
        temper.getItems().setAll(Temper.values());
        String explanation = SettingsText.WARM_HELP;
        temper.setAccessibleText("Connections. " + explanation);
        temper.setTooltip(new Tooltip(explanation));
        temper.getTooltip().setWrapText(true);
        temper.getTooltip().setMaxWidth(340);
        settings.subscribe(now -> temper.setValue(Temper.of(now)));
        temper.valueProperty().subscribe(this::tempered);
    }

    private void tempered(Temper chosen) {
        Settings now = settings.get();
        settings.set(now.withConnections(now.connections().withWarm(chosen == Temper.WARM)));
    }

    /** What is set; the number of workers is whatever was set last. */
    public ObjectProperty<Settings> settingsProperty() {
        return settings;
    }

    /** Takes what was typed but not yet confirmed. */
    public void endEdit() {
        fields.forEach(SettingField::keep);
    }
}
