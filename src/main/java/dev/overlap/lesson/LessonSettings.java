package dev.overlap.lesson;

import dev.overlap.plan.Settings;

import org.snakeyaml.engine.v2.nodes.MappingNode;

import java.util.List;

/** Reads the settings of a lesson. Their names are those of the options of the command line. */
final class LessonSettings {

    private static final List<String> KEYS =
            List.of(
                    "workers",
                    "timeout",
                    "repeat",
                    "connections-per-host",
                    "connections",
                    "warm",
                    "interpreter-lock",
                    "first-failure-cancels");

    private final ErrorCollector errorCollector;

    LessonSettings(ErrorCollector errorCollector) {
        this.errorCollector = errorCollector;
    }

    /** What the lesson sets, and Overlap's own for the rest. */
    Settings read(MappingNode node) {
        Settings settings = Settings.DEFAULT;
        for (YamlValue value : new YamlMapping(node, KEYS, errorCollector).values()) {
            Settings before = settings;
            settings = errorCollector.read(value.line(), () -> with(value, before), before);
        }
        return settings;
    }

    private static Settings with(YamlValue value, Settings before) {
        return switch (value.key()) {
            case "workers" -> before.withWorkers(value.number());
            case "timeout" -> before.withTimeout(value.duration());
            case "repeat" -> before.withRepeat(value.number());
            case "interpreter-lock" ->
                    before.withRules(before.rules().withInterpreterLock(value.flag()));
            case "first-failure-cancels" ->
                    before.withRules(before.rules().withFirstFailureCancels(value.flag()));
            case "connections-per-host" ->
                    before.withConnections(before.connections().withPerHost(limit(value)));
            case "connections" ->
                    before.withConnections(before.connections().withTotal(limit(value)));
            case "warm" -> before.withConnections(before.connections().withWarm(value.flag()));
            default -> throw new IllegalStateException(value.key() + " is not among the keys");
        };
    }

    /** Inside, 0 stands for no limit; whoever writes it does not mean that, and is told so. */
    private static int limit(YamlValue value) {
        int limit = value.number();
        return limit == 0 ? -1 : limit;
    }
}
