package dev.overlap.lesson;

import dev.overlap.plan.DurationParser;
import dev.overlap.plan.Quoting;

import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The value of a key, with conversions. A failed conversion throws an {@link
 * IllegalArgumentException} with a message.
 *
 * @param key as in the file
 */
record YamlValue(String key, Node node) {

    /** The line of its begin, from 1. */
    int line() {
        return YamlParser.line(node);
    }

    /** A text, which must not be blank. */
    String text() {
        if (!(node instanceof ScalarNode scalar) || !node.getTag().equals(Tag.STR)) {
            throw isNot("a text", node instanceof ScalarNode ? " Put it in quotes." : "");
        }
        if (scalar.getValue().isBlank()) {
            throw new IllegalArgumentException(
                    Quoting.of(key) + " is empty. Write some text, or leave the key out.");
        }
        return scalar.getValue();
    }

    /** A text of one line. */
    String lineOfText(int maxLength) {
        String text = text().strip();
        if (text.indexOf('\n') >= 0 || text.codePointCount(0, text.length()) > maxLength) {
            throw new IllegalArgumentException(
                    "%s must be one line of at most %d characters."
                            .formatted(Quoting.of(key), maxLength));
        }
        return text;
    }

    /** A text of paragraphs, without line breaks in them and with a blank line between. */
    String paragraphs() {
        String gap =
                style() == ScalarStyle.LITERAL ? "\\n\\s*\\n" : "\\n"; // others are folded by YAML
        return Arrays.stream(text().strip().split(gap))
                .map(paragraph -> paragraph.strip().replaceAll("\\s+", " "))
                .filter(paragraph -> !paragraph.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    /** A text of a single paragraph. */
    String paragraph() {
        String text = paragraphs();
        if (text.contains("\n\n")) {
            throw new IllegalArgumentException(
                    Quoting.of(key) + " must be one paragraph, without blank lines.");
        }
        return text;
    }

    /** A text or number, as it is written. */
    String word(String wanted) {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw isNot(wanted, "");
        }
        return scalar.getValue();
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    /** The style of a scalar; plain for other nodes. */
    ScalarStyle style() {
        return node instanceof ScalarNode scalar ? scalar.getScalarStyle() : ScalarStyle.PLAIN;
    }

    /**
     * A whole number. One of more than nine digits becomes the largest one, whatever its sign,
     * which no key accepts.
     */
    int number() {
        if (!(node instanceof ScalarNode scalar) || !node.getTag().equals(Tag.INT)) {
            throw isNot("a whole number, such as 4", "");
        }
        String digits = scalar.getValue();
        if (!digits.matches("[+-]?[0-9]+")) {
            throw isNot("a whole number, such as 4", "");
        }
        return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    /** True or false. */
    boolean flag() {
        if (!(node instanceof ScalarNode scalar) || !node.getTag().equals(Tag.BOOL)) {
            throw isNot("true or false", "");
        }
        return Boolean.parseBoolean(scalar.getValue());
    }

    /** A duration with its unit, as on the command line. */
    Duration duration() {
        if (!(node instanceof ScalarNode scalar) || node.getTag().equals(Tag.NULL)) {
            throw isNot("a time, such as 400ms, 2.5s or 1min", "");
        }
        try {
            return DurationParser.read(scalar.getValue());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(Quoting.of(key) + ": " + e.getMessage(), e);
        }
    }

    /** The values of a list, with the same key. */
    List<YamlValue> items() {
        if (!(node instanceof SequenceNode list)) {
            throw isNot("a list, such as [threads, event-loop]", "");
        }
        return list.getValue().stream().map(item -> new YamlValue(key, item)).toList();
    }

    /** A nested mapping. */
    MappingNode mapping() {
        if (!(node instanceof MappingNode mapping)) {
            throw isNot("keys and values of its own, indented below it", "");
        }
        return mapping;
    }

    private IllegalArgumentException isNot(String wanted, String remedy) {
        return new IllegalArgumentException(
                "%s needs %s, not %s.%s"
                        .formatted(Quoting.of(key), wanted, NodeDescription.of(node), remedy));
    }
}
