package dev.overlap.session.log;

import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.SettingKey;
import dev.overlap.plan.SettingValue.Choice;
import dev.overlap.plan.SettingValue.Count;
import dev.overlap.plan.SettingValue.Flag;
import dev.overlap.plan.SettingValue.Time;
import dev.overlap.plan.Settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;

/** Settings as events, one each, named as on the command line. */
final class SettingsCodec {

    private SettingsCodec() {}

    static void write(Settings settings, LogLines lines) {
        for (SettingKey key : SettingKey.values()) {
            switch (key.value()) {
                case Count it when it.get().applyAsInt(settings) == ConnectionSettings.NOT_SET -> {}
                case Count it -> write(key, it.get().applyAsInt(settings), lines);
                case Time it -> write(key, it.get().apply(settings), lines);
                case Flag it -> write(key, it.get().test(settings), lines);
                case Choice it -> write(key, it.get().apply(settings), lines);
            }
        }
    }

    private static void write(SettingKey key, Object value, LogLines lines) {
        lines.event(EventName.SETTING, 0)
                .put(FieldName.NAME, key.id())
                .put(FieldName.VALUE, value.toString());
    }

    /**
     * Returns the settings with what an event sets.
     *
     * @throws IllegalArgumentException if its value is none
     */
    static Settings read(LogEvent event, Settings settings, Leftovers leftovers) {
        String name = event.text(FieldName.NAME);
        SettingKey key =
                Arrays.stream(SettingKey.values())
                        .filter(each -> each.id().equals(name))
                        .findFirst()
                        .orElse(null);
        if (key == null) {
            leftovers.addValue();
            return settings;
        }
        String value = event.text(FieldName.VALUE);
        return switch (key.value()) {
            case Count it -> it.put().apply(settings, Integer.parseInt(value));
            case Time it -> it.put().apply(settings, duration(value));
            case Flag it -> it.put().apply(settings, Boolean.parseBoolean(value));
            case Choice it -> it.with(settings, value);
        };
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
