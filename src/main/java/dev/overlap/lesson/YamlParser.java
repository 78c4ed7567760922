package dev.overlap.lesson;

import dev.overlap.plan.Quoting;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Text to a tree of YAML nodes, each of which knows its line; or to problems.
 *
 * <p>Anybody's file may come here. So its length is limited; and before a tree is made, the flat
 * stream of events is looked through: the tree is made by methods that call themselves, and a file
 * of brackets would use up the stack. A lesson is three levels deep and needs no aliases; without
 * them no small text can stand for a large one.
 */
final class YamlParser {

    /** A hundred times what a lesson takes. */
    static final int MAX_CHARACTERS = 500_000;

    private static final int DEEPEST = 10;

    /** What would be right, where nothing is. */
    static final String SKETCH =
            "Write a lesson as keys and values, such as \"title: One after another\".";

    private final String text;
    private final ErrorCollector errorCollector;

    private YamlParser(String text, ErrorCollector errorCollector) {
        this.text = text;
        this.errorCollector = errorCollector;
    }

    /** The root of the tree; null where there is none, for which there is a problem then. */
    static @Nullable Node root(String text, ErrorCollector errorCollector) {
        boolean marked = text.startsWith("\ufeff");
        return new YamlParser(marked ? text.substring(1) : text, errorCollector).root();
    }

    /** The line of a node, from 1. */
    static int line(Node node) {
        return line(node.getStartMark());
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(0) + 1;
    }

    private @Nullable Node root() {
        if (text.length() > MAX_CHARACTERS) {
            errorCollector.add(
                    1,
                    "The file has more than "
                            + MAX_CHARACTERS
                            + " characters. A lesson is a page or two of text.");
            return null;
        }
        try {
            return isHarmless() ? composed() : null;
        } catch (YamlEngineException e) {
            tell(e);
            return null;
        }
    }

    private @Nullable Node composed() {
        Optional<Node> root = new Composer(settings(), parser()).getSingleNode();
        if (root.isEmpty()) {
            errorCollector.add(1, "The file is empty. " + SKETCH);
        }
        return root.orElse(null);
    }

    private static LoadSettings settings() {
        return LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setAllowNonScalarKeys(true) // told as keys that are not known
                .setCodePointLimit(MAX_CHARACTERS)
                .build();
    }

    private Parser parser() {
        return new ParserImpl(settings(), new StreamReader(settings(), text));
    }

    private boolean isHarmless() {
        int depth = 0;
        for (Parser events = parser(); events.hasNext(); ) {
            Event event = events.next();
            int line = line(event.getStartMark());
            switch (event) {
                case AliasEvent _ -> {
                    errorCollector.add(
                            line,
                            "A * refers to another place in the file. Write out what is meant"
                                    + " instead.");
                    return false;
                }
                case CollectionStartEvent _ -> depth++;
                case CollectionEndEvent _ -> depth--;
                default -> {}
            }
            if (depth > DEEPEST) {
                errorCollector.add(line, "This is nested too deeply. " + SKETCH);
                return false;
            }
        }
        return true;
    }

    private void tell(YamlEngineException fault) {
        List<Integer> tabs = linesIndentedByTabs();
        for (int line : tabs) {
            errorCollector.add(line, "This line is indented with a tab. Use spaces.");
        }
        if (tabs.isEmpty()) {
            errorCollector.add(lineOf(fault), sentence(fault));
        }
    }

    private List<Integer> linesIndentedByTabs() {
        List<String> lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(line -> lines.get(line).matches(" *\\t\\s*\\S.*"))
                .mapToObj(line -> line + 1)
                .toList();
    }

    private int lineOf(YamlEngineException fault) {
        return switch (fault) {
            case MarkedYamlEngineException marked -> line(marked.getProblemMark());
            case ReaderException reader -> lineAt(reader.getPosition());
            default -> 1;
        };
    }

    private int lineAt(int codePoint) {
        int end =
                text.offsetByCodePoints(
                        0, Math.min(codePoint, text.codePointCount(0, text.length())));
        return 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    }

    private static String sentence(YamlEngineException fault) {
        return switch (fault) {
            case MarkedYamlEngineException marked ->
                    "This is not YAML: "
                            + Quoting.plain(marked.getProblem().replaceFirst("\\.? *\\(.*", ""), 80)
                            + ". Write a colon and a space between key and value, and indent what"
                            + " belongs to a key with two spaces.";
            case ReaderException reader ->
                    String.format(
                            Locale.ROOT,
                            "There is an invisible character here, U+%04X. Remove it.",
                            reader.getCodePoint());
            default -> "This is not YAML. " + SKETCH;
        };
    }
}
