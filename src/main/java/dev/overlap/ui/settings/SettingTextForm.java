package dev.overlap.ui.settings;

import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.DurationParser;
import dev.overlap.plan.Quoting;
import dev.overlap.plan.SettingKey;
import dev.overlap.plan.SettingValue.Count;
import dev.overlap.plan.SettingValue.Flag;
import dev.overlap.plan.SettingValue.Time;
import dev.overlap.plan.Settings;
import dev.overlap.text.SettingsText;

/** A setting as people type it. Pure: no toolkit is needed. */
final class SettingTextForm {

    private SettingTextForm() {}

    /** Whether a setting is typed, and neither ticked nor chosen. */
    static boolean isTyped(SettingKey key) {
        return !(key.value() instanceof Flag);
    }

    /** The value as the field shows it; empty where Overlap's own rule holds. */
    static String write(SettingKey key, Settings settings) {
        return switch (key.value()) {
            case Count it -> orEmpty(it.get().applyAsInt(settings));
            case Time it -> DurationParser.write(it.get().apply(settings));
            case Flag _ -> throw notTyped(key);
        };
    }

    /**
     * Reads what was typed.
     *
     * @param text without blanks at its ends; empty for the value that a new user has
     * @throws IllegalArgumentException with a sentence, if the text makes no sense
     */
    static Settings read(SettingKey key, String text, Settings before) {
        return switch (key.value()) {
            case Count it when text.isEmpty() -> it.withDefault(before);
            case Count it -> it.with(before, count(text, it));
            case Time it when text.isEmpty() ->
                    it.put().apply(before, it.get().apply(Settings.DEFAULT));
            case Time it -> it.put().apply(before, DurationParser.readSeconds(text));
            case Flag _ -> throw notTyped(key);
        };
    }

    private static String orEmpty(int count) {
        return count == ConnectionSettings.NOT_SET ? "" : Integer.toString(count);
    }

    /** A number may be typed as factors are: with a multiplication sign before it. */
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
