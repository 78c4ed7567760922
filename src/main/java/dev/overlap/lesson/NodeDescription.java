package dev.overlap.lesson;

import dev.overlap.plan.Quoting;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Describes an unexpected YAML node. */
final class NodeDescription {

    private NodeDescription() {}

    static String of(Node node) {
        return switch (node) {
            case MappingNode _ -> "keys and values";
            case SequenceNode _ -> "a list";
            case ScalarNode scalar -> scalar(scalar);
            default -> "something else";
        };
    }

    private static String scalar(ScalarNode node) {
        if (node.getTag().equals(Tag.NULL)) {
            return "nothing";
        }
        return Quoting.of(node.getValue().strip());
    }
}
