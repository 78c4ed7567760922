package dev.overlap.ui.settings;

import dev.overlap.plan.SettingKey;
import dev.overlap.plan.SettingValue;
import dev.overlap.plan.Settings;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;

/**
 * A combo box for a setting with two named values.
 *
 * <p>Threads: JavaFX thread only.
 */
final class ChoiceComboBox extends ComboBox<String> {

    /** Creates a combo box bound to a setting. */
    ChoiceComboBox(SettingKey setting, SettingValue.Flag flag, ObjectProperty<Settings> settings) {
        setId(setting.id());
        getItems().setAll(flag.off(), flag.on());
        setAccessibleText(setting.label() + ". " + setting.help());
        setTooltip(new Tooltip(setting.help()));
        getTooltip().setWrapText(true);
        getTooltip().setMaxWidth(340);
        settings.subscribe(now -> setValue(flag.get().test(now) ? flag.on() : flag.off()));
        valueProperty()
                .subscribe(
                        (_, chosen) ->
                                settings.set(
                                        flag.put()
                                                .apply(settings.get(), chosen.equals(flag.on()))));
    }
}
