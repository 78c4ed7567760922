package dev.overlap.lesson;

import dev.overlap.plan.SettingKey;
import dev.overlap.plan.SettingValue;
import dev.overlap.plan.Settings;

import org.snakeyaml.engine.v2.nodes.MappingNode;

import java.util.Arrays;
import java.util.List;

/** Reads the settings of a lesson, named like the options of the command line. */
final class LessonSettings {

    private static final List<String> KEYS =
            Arrays.stream(SettingKey.values()).map(SettingKey::id).toList();

    private final ErrorCollector errors;

    LessonSettings(ErrorCollector errors) {
        this.errors = errors;
    }

    /** Returns the settings of the lesson, with defaults for the rest. */
    Settings read(MappingNode node) {
        Settings settings = Settings.DEFAULT;
        for (YamlValue value : new YamlMapping(node, KEYS, errors).values()) {
            Settings before = settings;
            SettingKey key = SettingKey.of(value.key());
            settings = errors.read(value.line(), () -> with(before, key.value(), value), before);
        }
        return settings;
    }

    private static Settings with(Settings before, SettingValue setting, YamlValue value) {
        return switch (setting) {
            case SettingValue.Count it -> it.with(before, value.number());
            case SettingValue.Time it -> it.put().apply(before, value.duration());
            case SettingValue.Flag it -> it.put().apply(before, value.flag());
            case SettingValue.Choice it -> it.with(before, value.text());
        };
    }
}
