package dev.overlap.lesson;

import dev.overlap.plan.Quoting;
import dev.overlap.plan.repair.ClosestMatch;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A YAML mapping with known keys; unknown and duplicate keys are reported. */
final class YamlMapping {

    private final MappingNode node;
    private final List<String> known;
    private final ErrorCollector errors;
    private final Map<String, YamlValue> values = new LinkedHashMap<>();

    /**
     * @param known all valid keys
     */
    YamlMapping(MappingNode node, List<String> known, ErrorCollector errors) {
        this.node = node;
        this.known = known;
        this.errors = errors;
        node.getValue().forEach(this::add);
    }

    /** The values of known keys, in file order. */
    Collection<YamlValue> values() {
        return values.values();
    }

    /** The value of a key, or null if the file has none. */
    @Nullable YamlValue find(String key) {
        return values.get(key);
    }

    /** The value of a key; null, reporting an error, if the file has none. */
    @Nullable YamlValue get(String key) {
        YamlValue value = find(key);
        if (value == null) {
            errors.add(YamlParser.line(node), Quoting.of(key) + " is missing. Add this key.");
        }
        return value;
    }

    private void add(NodeTuple tuple) {
        int line = YamlParser.line(tuple.getKeyNode());
        if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
            errors.add(line, "A key must be one of these words: " + String.join(", ", known) + ".");
            return;
        }
        String key = scalar.getValue();
        if (!known.contains(key)) {
            errors.add(line, unknown(key));
            return;
        }
        YamlValue previous = values.putIfAbsent(key, new YamlValue(key, tuple.getValueNode()));
        if (previous != null) {
            errors.add(
                    line,
                    "%s appears a second time, after line %d. Keep one of them."
                            .formatted(Quoting.of(key), previous.line()));
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
