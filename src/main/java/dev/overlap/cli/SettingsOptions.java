package dev.overlap.cli;

import dev.overlap.cli.options.DurationConverter;
import dev.overlap.cli.options.UsageException;
import dev.overlap.plan.SettingKey;
import dev.overlap.plan.SettingValue.Choice;
import dev.overlap.plan.SettingValue.Count;
import dev.overlap.plan.SettingValue.Flag;
import dev.overlap.plan.SettingValue.Time;
import dev.overlap.plan.Settings;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

import java.time.Duration;

/** The options for the settings of a run, one for each {@link SettingKey}. */
final class SettingsOptions {

    private SettingsOptions() {}

    /** Returns the options, to be mixed into a command. */
    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        for (SettingKey key : SettingKey.values()) {
            spec.addOption(option(key));
        }
        return spec;
    }

    private static OptionSpec option(SettingKey key) {
        OptionSpec.Builder option = OptionSpec.builder("--" + key.id()).description(key.help());
        return switch (key.value()) {
            case Count _ -> option.type(Integer.class).paramLabel("N").build();
            case Time _ ->
                    option.type(Duration.class)
                            .converters(new DurationConverter())
                            .paramLabel("TIME")
                            .build();
            case Flag _ -> option.type(Boolean.class).arity("0").build();
            case Choice it ->
                    option.type(String.class).paramLabel(String.join("|", it.ids())).build();
        };
    }

    /**
     * Returns the settings that the options of a parsed command line make together.
     *
     * @throws UsageException if a value is out of range
     */
    static Settings of(CommandSpec spec) throws UsageException {
        Settings settings = Settings.DEFAULT;
        try {
            for (OptionSpec option : spec.options()) {
                SettingKey key = SettingKey.of(option.longestName().substring(2));
                Object given = option.getValue();
                settings = given == null ? settings : with(settings, key, given);
            }
        } catch (IllegalArgumentException e) {
            throw new UsageException(e);
        }
        return settings;
    }

    private static Settings with(Settings settings, SettingKey key, Object given) {
        return switch (key.value()) {
            case Count it -> it.with(settings, (Integer) given);
            case Time it -> it.put().apply(settings, (Duration) given);
            case Flag it -> it.put().apply(settings, (Boolean) given);
            case Choice it -> it.with(settings, (String) given);
        };
    }
}
