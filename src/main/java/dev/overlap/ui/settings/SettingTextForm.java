package dev.overlap.ui.settings;

import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.DurationParser;
import dev.overlap.plan.Quoting;
import dev.overlap.plan.SettingKey;
import dev.overlap.plan.SettingValue.Choice;
import dev.overlap.plan.SettingValue.Count;
import dev.overlap.plan.SettingValue.Flag;
import dev.overlap.plan.SettingValue.Time;
import dev.overlap.plan.Settings;
import dev.overlap.text.SettingsText;

/** Parses and formats a typed setting. Independent of JavaFX. */
final class SettingTextForm {

    private SettingTextForm() {}

    /** Whether a setting is typed, rather than a check box or a choice. */
    static boolean isTyped(SettingKey key) {
        return switch (key.value()) {
            case Count _, Time _ -> true;
            case Flag _, Choice _ -> false;
        };
    }

    /** The value as shown in the field; empty for the default rule. */
    static String write(SettingKey key, Settings settings) {
        return switch (key.value()) {
            case Count it -> orEmpty(it.get().applyAsInt(settings));
            case Time it -> DurationParser.write(it.get().apply(settings));
            case Flag _, Choice _ -> throw notTyped(key);
        };
    }

    /**
     * Parses the input.
     *
     * @param text without surrounding blanks; empty for the default value
     * @throws IllegalArgumentException with a message for the user, if the text is invalid
     */
    static Settings read(SettingKey key, String text, Settings before) {
        return switch (key.value()) {
            case Count it when text.isEmpty() -> it.withDefault(before);
            case Count it -> it.with(before, count(text, it));
            case Time it when text.isEmpty() ->
                    it.put().apply(before, it.get().apply(Settings.DEFAULT));
            case Time it -> it.put().apply(before, DurationParser.readSeconds(text));
            case Flag _, Choice _ -> throw notTyped(key);
        };
    }

    private static String orEmpty(int count) {
        return count == ConnectionSettings.NOT_SET ? "" : Integer.toString(count);
    }

    /** A number may be preceded by a multiplication sign, as factors are. */
    private static int count(String text, Count setting) {
        String digits = text.replaceFirst("^[xX\u00d7]\\s*", "");
        try {
            int count = Integer.parseInt(digits);
            if (count == ConnectionSettings.NOT_SET && setting.unset()) {
                throw new IllegalArgumentException(SettingsText.ZERO);
            }
            return count;
        } catch (NumberFormatException e) {
            String example = setting.unset() ? SettingsText.NUMBER_OR_NOTHING : SettingsText.NUMBER;
            throw new IllegalArgumentException(
                    SettingsText.NOT_A_NUMBER.formatted(Quoting.of(text), example), e);
        }
    }

    private static IllegalArgumentException notTyped(SettingKey key) {
        return new IllegalArgumentException(key.id() + " is not typed");
    }
}
