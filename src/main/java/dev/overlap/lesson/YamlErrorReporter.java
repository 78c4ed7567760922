package dev.overlap.lesson;

import dev.overlap.plan.Quoting;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reports why a text is not YAML: translates a parser's exception into a line and a sentence. */
final class YamlErrorReporter {

    /** A hint at valid input. */
    static final String EXAMPLE =
            "Write a lesson as keys and values, such as \"title: One after another\".";

    private final String text;
    private final ErrorCollector errors;

    YamlErrorReporter(String text, ErrorCollector errors) {
        this.text = text;
        this.errors = errors;
    }

    /** The line of a position, from 1; 1 if unknown. */
    static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(0) + 1;
    }

    /** Reports the error, or all lines indented with tabs, which are its usual cause. */
    void report(YamlEngineException fault) {
        List<Integer> tabs = linesIndentedByTabs();
        for (int line : tabs) {
            errors.add(line, "This line is indented with a tab. Use spaces.");
        }
        if (tabs.isEmpty()) {
            errors.add(lineOf(fault), sentence(fault));
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
            default -> "This is not YAML. " + EXAMPLE;
        };
    }
}
