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
 * The value of a key, read as one thing or another. What it is not, it says by an {@link
 * IllegalArgumentException} with a sentence.
 *
 * @param key as it stands in the file
 */
record YamlValue(String key, Node node) {

    /** The line that it begins in, from 1. */
    int line() {
        return YamlParser.line(node);
    }

    /** A text, as YAML reads it: not blank. */
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
    String lineOfText(int longest) {
        String text = text().strip();
        if (text.indexOf('\n') >= 0 || text.codePointCount(0, text.length()) > longest) {
            throw new IllegalArgumentException(
                    "%s must be one line of at most %d characters."
                            .formatted(Quoting.of(key), longest));
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

    /** How a scalar is written; of anything else nobody asks. */
    ScalarStyle style() {
        return node instanceof ScalarNode scalar ? scalar.getScalarStyle() : ScalarStyle.PLAIN;
    }

    /**
     * A whole number. One of more than nine digits counts as the largest there is, whatever its
     * sign: no key takes it.
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

    /** A time with its unit, as on the command line. */
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

    /** The values of a list, which go by the same key. */
    List<YamlValue> items() {
        if (!(node instanceof SequenceNode list)) {
            throw isNot("a list, such as [threads, event-loop]", "");
        }
        return list.getValue().stream().map(item -> new YamlValue(key, item)).toList();
    }

    /** Keys and values of its own. */
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
