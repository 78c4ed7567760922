package dev.overlap.lesson;

import dev.overlap.plan.Quote;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys and values of one mapping, each key known and there once; what is not so, is told. */
final class Entries {

    private final MappingNode node;
    private final List<String> known;
    private final Problems problems;
    private final Map<String, Value> values = new LinkedHashMap<>();

    /**
     * @param known all keys that mean something here
     */
    Entries(MappingNode node, List<String> known, Problems problems) {
        this.node = node;
        this.known = known;
        this.problems = problems;
        node.getValue().forEach(this::add);
    }

    /** The values of known keys, in the order of the file. */
    Collection<Value> values() {
        return values.values();
    }

    /** The value of a key, or null if the file has none. */
    @Nullable Value find(String key) {
        return values.get(key);
    }

    /** The value of a key; null if the file has none, which is told. */
    @Nullable Value get(String key) {
        Value value = find(key);
        if (value == null) {
            problems.add(
                    YamlText.line(node),
                    Quote.of(key) + " is missing. Add it as a key of its own.");
        }
        return value;
    }

    private void add(NodeTuple tuple) {
        int line = YamlText.line(tuple.getKeyNode());
        if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
            problems.add(line, "A key is one of these words: " + String.join(", ", known) + ".");
            return;
        }
        String key = scalar.getValue();
        if (!known.contains(key)) {
            problems.add(line, unknown(key));
            return;
        }
        Value before = values.putIfAbsent(key, new Value(key, tuple.getValueNode()));
        if (before != null) {
            problems.add(
                    line,
                    "%s stands here a second time, after line %d. Keep one of them."
                            .formatted(Quote.of(key), before.line()));
        }
    }

    private String unknown(String key) {
        String near = Nearest.to(key, known);
        return Quote.of(key)
                + " is no key here. "
                + (near == null
                        ? "The keys are: " + String.join(", ", known) + "."
                        : "If " + Quote.of(near) + " is meant, write that.");
    }
}
