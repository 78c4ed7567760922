package dev.overlap.lesson;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

import java.util.Optional;

/**
 * Parses text into a tree of YAML nodes with line numbers, or reports errors.
 *
 * <p>Files are untrusted, so their length is limited, and before composing the tree the flat stream
 * of events is checked: composition is recursive, and deeply nested brackets would overflow the
 * stack. A lesson is three levels deep and needs no aliases, which could also expand a small text
 * into a large one.
 */
final class YamlParser {

    /** A hundred times the length of a lesson. */
    static final int MAX_CHARACTERS = 500_000;

    private static final int MAX_DEPTH = 10;

    private final String text;
    private final ErrorCollector errors;

    private YamlParser(String text, ErrorCollector errors) {
        this.text = text;
        this.errors = errors;
    }

    /** Returns the root of the tree; null, reporting an error, if there is none. */
    static @Nullable Node root(String text, ErrorCollector errors) {
        boolean hasByteOrderMark = text.startsWith("\ufeff");
        return new YamlParser(hasByteOrderMark ? text.substring(1) : text, errors).root();
    }

    /** The line of a node, from 1. */
    static int line(Node node) {
        return YamlErrorReporter.line(node.getStartMark());
    }

    private @Nullable Node root() {
        if (text.length() > MAX_CHARACTERS) {
            errors.add(
                    1,
                    "The file has more than "
                            + MAX_CHARACTERS
                            + " characters. A lesson is a page or two of text.");
            return null;
        }
        try {
            return isSafe() ? compose() : null;
        } catch (YamlEngineException e) {
            new YamlErrorReporter(text, errors).report(e);
            return null;
        }
    }

    private @Nullable Node compose() {
        Optional<Node> root = new Composer(settings(), parser()).getSingleNode();
        if (root.isEmpty()) {
            errors.add(1, "The file is empty. " + YamlErrorReporter.EXAMPLE);
        }
        return root.orElse(null);
    }

    private static LoadSettings settings() {
        return LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setAllowNonScalarKeys(true) // reported as unknown keys
                .setCodePointLimit(MAX_CHARACTERS)
                .build();
    }

    private Parser parser() {
        return new ParserImpl(settings(), new StreamReader(settings(), text));
    }

    private boolean isSafe() {
        int depth = 0;
        for (Parser events = parser(); events.hasNext(); ) {
            Event event = events.next();
            int line = YamlErrorReporter.line(event.getStartMark());
            switch (event) {
                case AliasEvent _ -> {
                    errors.add(
                            line,
                            "A * refers to another place in the file. Write out what is meant"
                                    + " instead.");
                    return false;
                }
                case CollectionStartEvent _ -> depth++;
                case CollectionEndEvent _ -> depth--;
                default -> {}
            }
            if (depth > MAX_DEPTH) {
                errors.add(line, "This is nested too deeply. " + YamlErrorReporter.EXAMPLE);
                return false;
            }
        }
        return true;
    }
}
