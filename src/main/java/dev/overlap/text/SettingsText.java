package dev.overlap.text;

import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.DurationParser;
import dev.overlap.plan.SettingKey;
import dev.overlap.plan.SettingValue;
import dev.overlap.plan.Settings;

/** The texts of settings, including those for invalid values. {@code %s} is a placeholder. */
public final class SettingsText {

    private SettingsText() {}

    public static final String NUMBER = "as in 3";
    public static final String NUMBER_OR_NOTHING = "as in 6, or leave it empty to set no limit";
    public static final String ZERO =
            "With 0 nothing could run. Leave the field empty to set no limit.";
    public static final String NOT_A_NUMBER = "%s is not a valid number here. Write digits, %s.";
    public static final String NO_PROXY =
            "No proxy is used, although this machine's settings name one (%s).";
    public static final String NO_WORKERS_TO_CHOOSE = "This model has no number of workers to set.";

    public static final String COLLECT_WITHOUT_EFFECT =
            "How results are collected has no effect on \"%s\". %s";

    private static final String ON = "on";
    private static final String OFF = "off";

    /** Returns the value of a setting as a word, a number or a duration. */
    public static String value(SettingKey key, Settings settings) {
        return switch (key.value()) {
            case SettingValue.Count count -> {
                int number = count.get().applyAsInt(settings);
                yield number == ConnectionSettings.NOT_SET
                        ? key.prompt()
                        : NumberFormats.count(number);
            }
            case SettingValue.Time time -> DurationParser.write(time.get().apply(settings));
            case SettingValue.Flag flag -> {
                boolean on = flag.get().test(settings);
                yield flag.isChoice() ? (on ? flag.on() : flag.off()) : on ? ON : OFF;
            }
            case SettingValue.Choice choice -> choice.of(settings).label();
        };
    }
}
