package dev.overlap.ui.settings;

import dev.overlap.plan.SettingKey;
import dev.overlap.plan.SettingValue;
import dev.overlap.plan.Settings;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;

/**
 * A check box for a rule of the next run.
 *
 * <p>Threads: JavaFX thread only.
 */
final class RuleCheckBox extends CheckBox {

    /** Creates a check box bound to a rule. */
    RuleCheckBox(SettingKey rule, SettingValue.Flag flag, ObjectProperty<Settings> settings) {
        super(rule.label());
        setId(rule.id());
        setAccessibleText(rule.label() + ". " + rule.help());
        setTooltip(new Tooltip(rule.help()));
        getTooltip().setWrapText(true);
        getTooltip().setMaxWidth(340);
        settings.subscribe(now -> setSelected(flag.get().test(now)));
        selectedProperty().subscribe((_, on) -> settings.set(flag.put().apply(settings.get(), on)));
    }
}
