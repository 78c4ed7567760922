package dev.overlap.ui.settings;

import dev.overlap.plan.SettingKey;
import dev.overlap.plan.SettingValue;
import dev.overlap.plan.SettingValue.Choice.Option;
import dev.overlap.plan.Settings;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;

/**
 * A combo box for a setting with named values.
 *
 * <p>Threads: JavaFX thread only.
 */
final class ChoiceComboBox extends ComboBox<String> {

    private final SettingValue.Choice choice;

    /** Creates a combo box bound to a setting. */
    ChoiceComboBox(
            SettingKey setting, SettingValue.Choice choice, ObjectProperty<Settings> settings) {
        this.choice = choice;
        setId(setting.id());
        getItems().setAll(choice.options().stream().map(Option::label).toList());
        setAccessibleText(setting.label() + ". " + setting.help());
        setTooltip(new Tooltip(setting.help()));
        getTooltip().setWrapText(true);
        getTooltip().setMaxWidth(340);
        settings.subscribe(now -> setValue(choice.of(now).label()));
        valueProperty()
                .subscribe((_, label) -> settings.set(choice.with(settings.get(), idOf(label))));
    }

    private String idOf(String label) {
        return choice.options().get(getItems().indexOf(label)).id();
    }
}
