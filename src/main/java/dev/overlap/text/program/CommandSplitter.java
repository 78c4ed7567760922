package dev.overlap.text.program;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command line that a person typed into its words, at blanks outside of quotes. Nothing
 * else is understood: no variable, pattern, pipe or redirection, as no shell takes part.
 */
public final class CommandSplitter {

    private static final char NONE = 0;

    private final String line;
    private final boolean escapes;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean begun;
    private char quote = NONE;

    private CommandSplitter(String line, boolean windows) {
        this.line = line;
        this.escapes = !windows;
    }

    /**
     * Returns the words of a line.
     *
     * @param windows whether a backslash stands for itself, as it separates folders there
     * @throws IllegalArgumentException with a sentence, if a quote is not closed
     */
    public static List<String> split(String line, boolean windows) {
        return new CommandSplitter(line, windows).split();
    }

    private List<String> split() {
        for (int at = 0; at < line.length(); at++) {
            char next = line.charAt(at);
            if (isEscape(next) && at + 1 < line.length()) {
                add(line.charAt(++at));
            } else if (quote != NONE) {
                quoted(next);
            } else if (next == '"' || next == '\'') {
                quote = next;
                begun = true;
            } else if (Character.isWhitespace(next)) {
                endWord();
            } else {
                add(next);
            }
        }
        if (quote != NONE) {
            throw new IllegalArgumentException(
                    "The command has a quote (%c) that is not closed.".formatted(quote));
        }
        endWord();
        if (!escapes && !words.isEmpty() && words.getFirst().equals("&")) {
            words.removeFirst(); // PowerShell's call operator, which CommandText writes
        }
        return List.copyOf(words);
    }

    private boolean isEscape(char next) {
        return next == '\\' && escapes && quote != '\'';
    }

    private void quoted(char next) {
        if (next == quote) {
            quote = NONE;
        } else {
            add(next);
        }
    }

    private void add(char next) {
        begun = true;
        word.append(next);
    }

    private void endWord() {
        if (begun) {
            words.add(word.toString());
            word.setLength(0);
            begun = false;
        }
    }
}
