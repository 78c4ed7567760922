package dev.overlap.ui.settings;

import dev.overlap.plan.RunRules;
import dev.overlap.plan.Settings;
import dev.overlap.text.SettingsText;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;

/**
 * A rule that is on or off in the next run.
 *
 * <p>Threads: JavaFX thread only.
 */
final class RuleCheckBox extends CheckBox {

    /** The rules of {@link RunRules}, each with its words. */
    enum Rule {
        INTERPRETER_LOCK(
                "interpreter-lock",
                SettingsText.INTERPRETER_LOCK,
                SettingsText.INTERPRETER_LOCK_HELP) {
            @Override
            boolean in(RunRules rules) {
                return rules.interpreterLock();
            }

            @Override
            RunRules put(boolean on, RunRules rules) {
                return rules.withInterpreterLock(on);
            }
        },

        FIRST_FAILURE_CANCELS(
                "first-failure-cancels",
                SettingsText.FIRST_FAILURE_CANCELS,
                SettingsText.FIRST_FAILURE_CANCELS_HELP) {
            @Override
            boolean in(RunRules rules) {
                return rules.firstFailureCancels();
            }

            @Override
            RunRules put(boolean on, RunRules rules) {
                return rules.withFirstFailureCancels(on);
            }
        };

        private final String id;
        private final String label;
        private final String explanation;

        Rule(String id, String label, String explanation) {
            this.id = id;
            this.label = label;
            this.explanation = explanation;
        }

        abstract boolean in(RunRules rules);

        abstract RunRules put(boolean on, RunRules rules);
    }

    /** A box that shows a rule of the settings and sets it. */
    RuleCheckBox(Rule rule, ObjectProperty<Settings> settings) {
        super(rule.label);
        setId(rule.id);
        setAccessibleText(rule.label + ". " + rule.explanation);
        setTooltip(new Tooltip(rule.explanation));
        getTooltip().setWrapText(true);
        getTooltip().setMaxWidth(340);
        settings.subscribe(now -> setSelected(rule.in(now.rules())));
        selectedProperty()
                .subscribe(
                        (_, on) -> {
                            Settings now = settings.get();
                            settings.set(now.withRules(rule.put(on, now.rules())));
                        });
    }
}
