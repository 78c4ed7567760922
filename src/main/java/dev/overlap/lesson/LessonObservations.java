package dev.overlap.lesson;

import dev.overlap.plan.Quoting;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Reads what to look at: a list of sentences, each with its place on the chart. A text, as in
 * lessons of version 0.1, has an observation per paragraph, without a place.
 */
final class LessonObservations {

    private static final List<String> KEYS = List.of("say", "select", "rows", "zoom", "at");
    private static final List<String> ROWS =
            List.of("tasks", "workers", "connections", "resources");

    /** The last instant of a run that can be shown; no timeout is longer. */
    private static final Duration LAST = Duration.ofHours(1);

    private final ErrorCollector errors;
    private final List<String> labels;

    /**
     * @param labels those of the tasks, in their order; empty if unknown
     */
    LessonObservations(ErrorCollector errors, List<String> labels) {
        this.errors = errors;
        this.labels = labels;
    }

    /** Whether the value has the form of version 0.1. */
    static boolean isText(Node node) {
        return !(node instanceof SequenceNode);
    }

    List<Observation> read(YamlValue value) {
        if (isText(value.node())) {
            return Arrays.stream(value.paragraphs().split("\n\n")).map(Observation::new).toList();
        }
        if (value.items().isEmpty()) {
            throw new IllegalArgumentException(
                    "There is nothing to look at. Write a list, each item with a \"say\".");
        }
        List<Observation> observations = new ArrayList<>();
        for (YamlValue item : value.items()) {
            observations.add(errors.read(item.line(), () -> one(item), new Observation("")));
        }
        return observations;
    }

    private Observation one(YamlValue item) {
        if (!(item.node() instanceof MappingNode node)) {
            throw new IllegalArgumentException(
                    "An item needs a \"say\", as in: - say: The bars form a staircase.");
        }
        YamlMapping mapping = new YamlMapping(node, KEYS, errors);
        YamlValue say = mapping.get("say");
        return new Observation(
                read(say, YamlValue::paragraph, ""),
                read(mapping.find("select"), this::select, ""),
                read(mapping.find("rows"), LessonObservations::rows, ""),
                this.<@Nullable Zoom>read(mapping.find("zoom"), LessonObservations::zoom, null),
                this.<@Nullable Duration>read(mapping.find("at"), LessonObservations::at, null));
    }

    private <T extends @Nullable Object> T read(
            @Nullable YamlValue value, Function<YamlValue, T> parser, T fallback) {
        return value == null
                ? fallback
                : errors.read(value.line(), () -> parser.apply(value), fallback);
    }

    private String select(YamlValue value) {
        String task = value.word("the number of a task, or its label").strip();
        if (!labels.isEmpty() && !labels.contains(task) && !isNumberOfTask(task)) {
            throw new IllegalArgumentException(
                    ("%s is no task of the list. Write its number, from 1 to %d, or its label, such"
                                    + " as %s.")
                            .formatted(
                                    Quoting.of(task),
                                    labels.size(),
                                    Quoting.of(labels.getFirst())));
        }
        return task;
    }

    private boolean isNumberOfTask(String task) {
        return task.matches("[1-9][0-9]{0,5}") && Integer.parseInt(task) <= labels.size();
    }

    private static Zoom zoom(YamlValue value) {
        Zoom zoom = Zoom.parse(value.word("a zoom, such as 100ms-400ms"));
        return zoom == Zoom.ALL ? zoom : new Zoom(zoom.from(), limited(value, zoom.to()));
    }

    private static Duration at(YamlValue value) {
        return limited(value, value.duration());
    }

    private static Duration limited(YamlValue value, Duration instant) {
        if (instant.compareTo(LAST) > 0) {
            throw new IllegalArgumentException(
                    Quoting.of(value.key()) + " must be at most an hour.");
        }
        return instant;
    }

    private static String rows(YamlValue value) {
        String rows = value.text().strip();
        if (!ROWS.contains(rows)) {
            throw new IllegalArgumentException(
                    "There are no rows %s. Write one of: %s."
                            .formatted(Quoting.of(rows), String.join(", ", ROWS)));
        }
        return rows;
    }
}
