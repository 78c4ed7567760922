package dev.overlap.ui.settings;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.FixedCollect;
import dev.overlap.plan.SettingKey;
import dev.overlap.plan.SettingValue.Choice;
import dev.overlap.plan.SettingValue.Count;
import dev.overlap.plan.SettingValue.Flag;
import dev.overlap.plan.SettingValue.Time;
import dev.overlap.plan.Settings;
import dev.overlap.ui.controls.NodeVisibility;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The settings of the next run: one control per {@link SettingKey}, except the number of workers,
 * which is set beside the model.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class SettingsPane extends VBox {

    private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.DEFAULT);
    private final List<SettingField> fields = new ArrayList<>();
    private final Label note = new Label();
    private final Label collectReason = new Label();
    private @Nullable ChoiceComboBox collect;

    /** Creates a pane with initial settings. */
    public SettingsPane(Settings initial) {
        settings.set(initial);
        setId("settings");
        getStyleClass().add("settings");
        getChildren().setAll(title("Network"));
        getChildren().addAll(controls(SettingKey.Group.NETWORK));
        getChildren().add(note);
        setUpNote();
        VBox rules = new VBox(title("Rules"));
        rules.getChildren().addAll(controls(SettingKey.Group.RULES));
        rules.getStyleClass().add("rules");
        getChildren().add(rules);
        setMinHeight(USE_PREF_SIZE);
    }

    private void setUpNote() {
        note.setId("network-note");
        note.setWrapText(true);
        note.getStyleClass().add("quiet");
        note("");
    }

    /** Shows a sentence below the settings of the network; none if it is empty. */
    public void note(String sentence) {
        note.setText(sentence);
        NodeVisibility.set(note, !sentence.isEmpty());
    }

    private static Label title(String text) {
        Label title = new Label(text);
        title.getStyleClass().add("pane-title");
        return title;
    }

    private List<Node> controls(SettingKey.Group group) {
        return Arrays.stream(SettingKey.values())
                .filter(key -> key.group() == group)
                .map(this::control)
                .toList();
    }

    private Node control(SettingKey key) {
        return switch (key.value()) {
            case Count _, Time _ -> {
                SettingField field = new SettingField(key, settings);
                fields.add(field);
                yield field;
            }
            case Flag it when it.isChoice() -> row(key, it.asChoice());
            case Choice it -> row(key, it);
            case Flag it -> new RuleCheckBox(key, it, settings);
        };
    }

    private Node row(SettingKey key, Choice choice) {
        ChoiceComboBox box = new ChoiceComboBox(key, choice, settings);
        Node row = SettingField.row(key.label(), box);
        if (key != SettingKey.COLLECT) {
            return row;
        }
        collect = box;
        collectReason.setId("collect-sentence");
        collectReason.setWrapText(true);
        collectReason.getStyleClass().add("quiet");
        NodeVisibility.set(collectReason, false);
        VBox both = new VBox(row, collectReason);
        both.getStyleClass().add("setting");
        return both;
    }

    /** Disables what a model leaves no choice of, and says why; what is set stays as it is. */
    public void explain(ConcurrencyModel model) {
        String reason = model.fixedCollect().map(FixedCollect::reason).orElse("");
        collectReason.setText(reason);
        NodeVisibility.set(collectReason, !reason.isEmpty());
        if (collect != null) {
            collect.setDisable(!reason.isEmpty());
            collect.setAccessibleHelp(reason);
        }
    }

    /** The settings; the number of workers in them is as last set. */
    public ObjectProperty<Settings> settingsProperty() {
        return settings;
    }

    /** Commits edits in progress. */
    public void endEdit() {
        fields.forEach(SettingField::commit);
    }
}
