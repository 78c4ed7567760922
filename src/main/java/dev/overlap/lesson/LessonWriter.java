package dev.overlap.lesson;

import dev.overlap.lesson.claim.Claim;
import dev.overlap.plan.DurationParser;
import dev.overlap.plan.SettingKey;
import dev.overlap.plan.SettingValue;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteLine;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.scanner.StreamReader;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a lesson as YAML that {@link LessonReader} reads as the same lesson. Half a surrogate
 * pair, which is no character, is lost.
 */
public final class LessonWriter {

    /** Of lines in paragraphs: one that is longer is broken at a blank. */
    private static final int LINE = 100;

    private static final String SCHEMA = "# yaml-language-server: $schema=lesson.schema.json\n";
    private static final DumpSettings FORM =
            DumpSettings.builder().setWidth(Integer.MAX_VALUE).setSplitLines(false).build();

    /** Takes what the library writes. */
    private record Appender(StringBuilder text) implements StreamDataWriter {

        @Override
        public void write(String written) {
            text.append(written);
        }

        @Override
        public void write(String written, int from, int length) {
            text.append(written, from, from + length);
        }
    }

    private final List<NodeTuple> keys = new ArrayList<>();

    private LessonWriter() {}

    /** Returns a lesson as the text of a file. */
    public static String write(Lesson lesson) {
        LessonWriter writer = new LessonWriter();
        writer.addAll(lesson);
        Node root = mapping(writer.keys, FlowStyle.BLOCK);
        StringBuilder text = new StringBuilder(SCHEMA);
        new Dump(FORM).dumpNode(root, new Appender(text));
        return text.toString();
    }

    private void addAll(Lesson lesson) {
        put("title", text(lesson.title()));
        put("question", paragraphs(lesson.question()));
        String sites = sites(lesson);
        put("sites", isPlain(sites) ? literal(sites) : quoted(sites));
        put(
                "models",
                list(lesson.models().stream().map(LessonWriter::text).toList(), FlowStyle.FLOW));
        List<NodeTuple> settings = settings(lesson.settings());
        if (!settings.isEmpty()) {
            put("settings", mapping(settings, FlowStyle.BLOCK));
        }
        put("runs", number(lesson.runs()));
        if (lesson.minutes() > 0) {
            put("minutes", number(lesson.minutes()));
        }
        put("asks-for-guess", flag(lesson.asksForGuess()));
        put(
                "look-at",
                list(
                        lesson.lookAt().stream().map(LessonWriter::observation).toList(),
                        FlowStyle.BLOCK));
        put("explanation", paragraphs(lesson.explanation()));
        if (!lesson.takeHome().isEmpty()) {
            put("take-home", paragraphs(lesson.takeHome()));
        }
        if (!lesson.claims().isEmpty()) {
            put(
                    "expect",
                    list(
                            lesson.claims().stream()
                                    .map(Claim::text)
                                    .map(LessonWriter::text)
                                    .toList(),
                            FlowStyle.BLOCK));
        }
        if (!lesson.breakIt().isEmpty()) {
            put("break-it", text(lesson.breakIt()));
        }
        if (!lesson.notes().isEmpty()) {
            put("notes", paragraphs(lesson.notes()));
        }
    }

    private void put(String key, Node value) {
        keys.add(pair(key, value));
    }

    private static String sites(Lesson lesson) {
        return lesson.sites().lines().stream()
                .map(SiteLine::text)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<NodeTuple> settings(Settings settings) {
        List<NodeTuple> pairs = new ArrayList<>();
        for (SettingKey key : SettingKey.values()) {
            Node value = changed(key.value(), settings);
            if (value != null) {
                pairs.add(pair(key.id(), value));
            }
        }
        return pairs;
    }

    /** Returns the value of a setting; null for the default. */
    private static @Nullable Node changed(SettingValue setting, Settings settings) {
        Settings none = Settings.DEFAULT;
        return switch (setting) {
            case SettingValue.Count it -> {
                int count = it.get().applyAsInt(settings);
                yield count == it.get().applyAsInt(none) ? null : number(count);
            }
            case SettingValue.Time it ->
                    it.get().apply(settings).equals(it.get().apply(none))
                            ? null
                            : text(DurationParser.write(it.get().apply(settings)));
            case SettingValue.Choice it ->
                    it.of(settings).equals(it.of(none)) ? null : text(it.of(settings).id());
            case SettingValue.Flag it ->
                    it.get().test(settings) == it.get().test(none)
                            ? null
                            : flag(it.get().test(settings));
        };
    }

    private static Node observation(Observation it) {
        List<NodeTuple> pairs = new ArrayList<>();
        pairs.add(pair("say", paragraphs(it.say())));
        if (!it.select().isEmpty()) {
            pairs.add(pair("select", text(it.select())));
        }
        if (!it.rows().isEmpty()) {
            pairs.add(pair("rows", text(it.rows())));
        }
        Zoom zoom = it.zoom();
        if (zoom != null) {
            pairs.add(pair("zoom", text(zoom.text())));
        }
        if (it.at() != null) {
            pairs.add(pair("at", text(DurationParser.write(it.at()))));
        }
        return mapping(pairs, FlowStyle.BLOCK);
    }

    /** Returns paragraphs with short lines; they are joined again when they are read. */
    private static Node paragraphs(String text) {
        return isPlain(text) ? literal(wrapped(text)) : quoted(text);
    }

    private static String wrapped(String text) {
        StringBuilder lines = new StringBuilder();
        int begin = 0;
        for (String word : text.split(" ", -1)) {
            int first = lines.lastIndexOf("\n") + 1;
            begin = Math.max(begin, first);
            if (!lines.isEmpty()) {
                lines.append(lines.length() - begin + word.length() > LINE ? '\n' : ' ');
            }
            lines.append(word);
        }
        return lines.append('\n').toString();
    }

    /** Whether nothing in it has to be escaped, or would end a line unseen. */
    private static boolean isPlain(String text) {
        return StreamReader.isPrintable(text)
                && text.chars().noneMatch(c -> "\t\u0085\u2028\u2029\ufeff".indexOf(c) >= 0);
    }

    private static Node quoted(String text) {
        return new ScalarNode(Tag.STR, text, ScalarStyle.DOUBLE_QUOTED);
    }

    private static Node literal(String text) {
        return new ScalarNode(Tag.STR, text, ScalarStyle.LITERAL);
    }

    private static Node text(String text) {
        return isPlain(text) ? new ScalarNode(Tag.STR, text, ScalarStyle.PLAIN) : quoted(text);
    }

    private static Node number(int number) {
        return new ScalarNode(Tag.INT, Integer.toString(number), ScalarStyle.PLAIN);
    }

    private static Node flag(boolean on) {
        return new ScalarNode(Tag.BOOL, Boolean.toString(on), ScalarStyle.PLAIN);
    }

    private static Node list(List<Node> items, FlowStyle style) {
        return new SequenceNode(Tag.SEQ, items, style);
    }

    private static Node mapping(List<NodeTuple> pairs, FlowStyle style) {
        return new MappingNode(Tag.MAP, pairs, style);
    }

    private static NodeTuple pair(String key, Node value) {
        return new NodeTuple(text(key), value);
    }
}
