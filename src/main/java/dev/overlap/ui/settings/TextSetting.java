package dev.overlap.ui.settings;

import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.DurationParser;
import dev.overlap.plan.Quoting;
import dev.overlap.plan.Settings;
import dev.overlap.text.SettingsText;

/** The settings that people type, each with its text form. Pure: no toolkit is needed. */
enum TextSetting {
    PER_HOST(
            "connections-per-host",
            "Connections per host",
            "6, lab: any",
            SettingsText.PER_HOST_HELP) {
        @Override
        String write(Settings settings) {
            return orEmpty(settings.connections().perHost());
        }

        @Override
        Settings read(String text, Settings before) {
            ConnectionSettings connections = before.connections();
            return before.withConnections(connections.withPerHost(limit(text)));
        }
    },

    TOTAL(
            "connections-total",
            "Connections in total",
            "any number",
            SettingsText.CONNECTIONS_HELP) {
        @Override
        String write(Settings settings) {
            return orEmpty(settings.connections().total());
        }

        @Override
        Settings read(String text, Settings before) {
            return before.withConnections(before.connections().withTotal(limit(text)));
        }
    },

    TIMEOUT("timeout", "Timeout", "10 s", SettingsText.TIMEOUT_HELP) {
        @Override
        String write(Settings settings) {
            return DurationParser.write(settings.timeout());
        }

        @Override
        Settings read(String text, Settings before) {
            return before.withTimeout(
                    text.isEmpty() ? Settings.DEFAULT.timeout() : DurationParser.readSeconds(text));
        }
    },

    REPEAT("repeat", "Repeat list", "\u00d71", SettingsText.REPEAT_HELP) {
        @Override
        String write(Settings settings) {
            return "\u00d7" + settings.repeat();
        }

        @Override
        Settings read(String text, Settings before) {
            String digits = text.replaceFirst("^[xX\u00d7]\\s*", "");
            return before.withRepeat(digits.isEmpty() ? 1 : number(digits, "as in 3"));
        }
    };

    private final String id;
    private final String label;
    private final String prompt;
    private final String explanation;

    TextSetting(String id, String label, String prompt, String explanation) {
        this.id = id;
        this.label = label;
        this.prompt = prompt;
        this.explanation = explanation;
    }

    /** The value as the field shows it; empty where Overlap's own rule holds. */
    abstract String write(Settings settings);

    /**
     * Reads what was typed.
     *
     * @param text without blanks at its ends; empty for the value that a new user has
     * @throws IllegalArgumentException with a sentence, if the text makes no sense
     */
    abstract Settings read(String text, Settings before);

    /** Names the field for tests and scripts. */
    String id() {
        return id;
    }

    String label() {
        return label;
    }

    /** What an empty field means, in its own grey letters. */
    String prompt() {
        return prompt;
    }

    /** One or two sentences for the tooltip and for screen readers. */
    String explanation() {
        return explanation;
    }

    private static String orEmpty(int limit) {
        return limit == ConnectionSettings.NOT_SET ? "" : Integer.toString(limit);
    }

    private static int limit(String text) {
        if (text.isEmpty()) {
            return ConnectionSettings.NOT_SET;
        }
        int limit = number(text, SettingsText.NUMBER_EXAMPLE);
        if (limit == ConnectionSettings.NOT_SET) {
            throw new IllegalArgumentException(SettingsText.ZERO_CONNECTIONS);
        }
        return limit;
    }

    private static int number(String text, String example) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    SettingsText.NOT_A_NUMBER.formatted(Quoting.of(text), example), e);
        }
    }
}
