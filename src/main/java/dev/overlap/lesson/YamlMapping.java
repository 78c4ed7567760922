package dev.overlap.lesson;

import dev.overlap.plan.Quoting;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys and values of one mapping, each key known and there once; what is not so, is told. */
final class YamlMapping {

    private final MappingNode node;
    private final List<String> known;
    private final ErrorCollector errorCollector;
    private final Map<String, YamlValue> values = new LinkedHashMap<>();

    /**
     * @param known all keys that mean something here
     */
    YamlMapping(MappingNode node, List<String> known, ErrorCollector errorCollector) {
        this.node = node;
        this.known = known;
        this.errorCollector = errorCollector;
        node.getValue().forEach(this::add);
    }

    /** The values of known keys, in the order of the file. */
    Collection<YamlValue> values() {
        return values.values();
    }

    /** The value of a key, or null if the file has none. */
    @Nullable YamlValue find(String key) {
        return values.get(key);
    }

    /** The value of a key; null if the file has none, which is told. */
    @Nullable YamlValue get(String key) {
        YamlValue value = find(key);
        if (value == null) {
            errorCollector.add(
                    YamlParser.line(node), Quoting.of(key) + " is missing. Add this key.");
        }
        return value;
    }

    private void add(NodeTuple tuple) {
        int line = YamlParser.line(tuple.getKeyNode());
        if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
            errorCollector.add(
                    line, "A key must be one of these words: " + String.join(", ", known) + ".");
            return;
        }
        String key = scalar.getValue();
        if (!known.contains(key)) {
            errorCollector.add(line, unknown(key));
            return;
        }
        YamlValue before = values.putIfAbsent(key, new YamlValue(key, tuple.getValueNode()));
        if (before != null) {
            errorCollector.add(
                    line,
                    "%s appears a second time, after line %d. Keep one of them."
                            .formatted(Quoting.of(key), before.line()));
        }
    }

    private String unknown(String key) {
        String near = ClosestMatch.to(key, known);
        return Quoting.of(key)
                + " is not a key here. "
                + (near == null
                        ? "The keys are: " + String.join(", ", known) + "."
                        : "Did you mean " + Quoting.of(near) + "?");
    }
}
