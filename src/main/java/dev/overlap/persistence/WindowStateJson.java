package dev.overlap.persistence;

import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.SettingKey;
import dev.overlap.plan.SettingValue;
import dev.overlap.plan.SettingValue.Choice;
import dev.overlap.plan.SettingValue.Count;
import dev.overlap.plan.SettingValue.Flag;
import dev.overlap.plan.SettingValue.Time;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Converts a state to JSON and back.
 *
 * <p>The file is readable, in case something has to be rescued from it: each line of the list is on
 * a line of its own. It is pure ASCII, so that everything typed is restored exactly, even an
 * unpaired surrogate.
 *
 * <p>To save another property, add a line to {@link #write} and one to {@link #read}. Files without
 * it yield the default; older versions ignore it.
 */
final class WindowStateJson {

    /**
     * The content of a file.
     *
     * @param misread the names of the invalid fields, which have their defaults
     */
    record ReadResult(WindowState state, List<String> misread) {}

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxStringLength(Integer.MAX_VALUE)
                                                    .build())
                                    .build())
                    .build();

    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private static final ObjectWriter WRITER =
            MAPPER.writer()
                    .with(
                            new DefaultPrettyPrinter()
                                    .withObjectIndenter(INDENT)
                                    .withArrayIndenter(INDENT))
                    .with(JsonWriteFeature.ESCAPE_NON_ASCII);

    /** A clause for the user; the details of the JSON error would not help. */
    private static final String NO_STATE = "it is not what Overlap writes";

    private WindowStateJson() {}

    static byte[] write(WindowState state) {
        ObjectNode file = MAPPER.createObjectNode();
        ArrayNode sites = file.putArray("sites");
        state.sites().withoutSecrets().lines().forEach(line -> sites.add(line.text()));
        if (state.model() != null) {
            file.put("model", state.model());
        }
        write(state.settings(), file.putObject("settings"));
        write(state.preferences(), file.putObject("looks"));
        if (!state.choices().values().isEmpty()) {
            ObjectNode choices = file.putObject("choices");
            new TreeMap<>(state.choices().values()).forEach(choices::put);
        }
        return WRITER.writeValueAsBytes(file);
    }

    private static void write(Settings settings, ObjectNode fields) {
        for (SettingKey key : SettingKey.values()) {
            String name = key.storedAs();
            switch (key.value()) {
                case Count it when it.get().applyAsInt(settings) == ConnectionSettings.NOT_SET -> {}
                case Count it -> fields.put(name, it.get().applyAsInt(settings));
                case Time it -> fields.put(name, it.get().apply(settings).toString());
                case Flag it -> fields.put(name, it.get().test(settings));
                case Choice it -> fields.put(name, it.get().apply(settings));
            }
        }
    }

    private static void write(WindowPreferences preferences, ObjectNode fields) {
        WindowBounds bounds = preferences.bounds();
        if (bounds != null) {
            ObjectNode window = fields.putObject("bounds");
            window.put("x", bounds.x()).put("y", bounds.y());
            window.put("width", bounds.width()).put("height", bounds.height());
        }
        fields.put("maximised", preferences.maximised());
        ArrayNode dividers = fields.putArray("dividers");
        preferences.dividers().forEach(dividers::add);
        ArrayNode hidden = fields.putArray("hidden");
        new TreeSet<>(preferences.hidden()).forEach(hidden::add);
        if (preferences.theme() != null) {
            fields.put("theme", preferences.theme());
        }
        if (preferences.page() != null) {
            fields.put("page", preferences.page());
        }
    }

    /**
     * Parses the output of {@link #write}, or any other text.
     *
     * @throws IOException if the text is not a JSON object; the message is a clause
     */
    static ReadResult read(byte[] text) throws IOException {
        List<String> misread = new ArrayList<>();
        WindowState state = state(new LenientJsonObject(object(text), "", misread));
        return new ReadResult(state, List.copyOf(misread));
    }

    /**
     * Parses a file.
     *
     * @throws IOException if the text is not a JSON object; the message is a clause
     */
    static JsonNode object(byte[] text) throws IOException {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (!node.isObject()) {
                throw new IOException(NO_STATE);
            }
            return node;
        } catch (JacksonException e) {
            throw new IOException(NO_STATE, e);
        }
    }

    private static WindowState state(LenientJsonObject file) {
        WindowState state = WindowState.DEFAULT;
        state = file.read("sites", state, (it, node) -> it.withSites(sites(node)));
        state = file.read("model", state, (it, node) -> it.withModel(text(node)));
        return state.withSettings(settings(file.of("settings")))
                .withLooks(looks(file.of("looks")))
                .withChoices(choices(file.of("choices")));
    }

    /**
     * Parses the list; a line that is not a string, such as a bare number, is converted to text.
     */
    private static SiteList sites(JsonNode node) {
        List<SiteLine> lines = new ArrayList<>();
        for (JsonNode line : array(node)) {
            lines.add(SiteLine.parse(line.isString() ? line.stringValue() : line.toString()));
        }
        return new SiteList(lines);
    }

    private static Settings settings(LenientJsonObject fields) {
        Settings settings = Settings.DEFAULT;
        for (SettingKey key : SettingKey.values()) {
            settings =
                    fields.read(
                            key.storedAs(), settings, (it, node) -> with(it, key.value(), node));
        }
        return settings;
    }

    private static Settings with(Settings settings, SettingValue value, JsonNode node) {
        return switch (value) {
            case Count it -> it.put().apply(settings, node.intValue());
            case Time it -> it.put().apply(settings, duration(node));
            case Flag it -> it.put().apply(settings, node.booleanValue());
            case Choice it -> it.with(settings, text(node));
        };
    }

    private static WindowPreferences looks(LenientJsonObject fields) {
        WindowPreferences preferences = WindowPreferences.DEFAULT;
        preferences = fields.read("bounds", preferences, (it, node) -> it.withBounds(bounds(node)));
        preferences =
                fields.read(
                        "maximised",
                        preferences,
                        (it, node) -> it.withMaximised(node.booleanValue()));
        preferences =
                fields.read("dividers", preferences, (it, node) -> it.withDividers(dividers(node)));
        preferences = fields.read("hidden", preferences, (it, node) -> it.withHidden(hidden(node)));
        preferences = fields.read("theme", preferences, (it, node) -> it.withTheme(text(node)));
        return fields.read("page", preferences, (it, node) -> it.withPage(text(node)));
    }

    private static WindowChoices choices(LenientJsonObject fields) {
        WindowChoices choices = WindowChoices.NONE;
        for (String name : fields.names()) {
            choices = fields.read(name, choices, (it, node) -> it.with(name, text(node)));
        }
        return choices;
    }

    private static WindowBounds bounds(JsonNode node) {
        return new WindowBounds(
                node.path("x").doubleValue(),
                node.path("y").doubleValue(),
                node.path("width").doubleValue(),
                node.path("height").doubleValue());
    }

    private static List<Double> dividers(JsonNode node) {
        List<Double> places = new ArrayList<>();
        array(node).forEach(place -> places.add(place.doubleValue()));
        return places;
    }

    private static Set<String> hidden(JsonNode node) {
        Set<String> names = new HashSet<>();
        array(node).forEach(name -> names.add(text(name)));
        return names;
    }

    private static Duration duration(JsonNode node) {
        try {
            return Duration.parse(text(node));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("This is not a duration", e);
        }
    }

    /** Returns the value of a string node; Jackson returns null for a null node. */
    private static String text(JsonNode node) {
        if (!node.isString()) {
            throw new IllegalArgumentException("This is not text");
        }
        return node.stringValue();
    }

    private static JsonNode array(JsonNode node) {
        if (!node.isArray()) {
            throw new IllegalArgumentException("This is not an array");
        }
        return node;
    }
}
