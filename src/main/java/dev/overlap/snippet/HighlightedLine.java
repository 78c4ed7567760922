package dev.overlap.snippet;

import java.util.List;
import java.util.stream.Collectors;

/** One line of a program, split into tokens; a blank line has none. */
public record HighlightedLine(List<Token> tokens) {

    public HighlightedLine {
        tokens = List.copyOf(tokens);
    }

    /** The line as in the program, without a line break. */
    public String text() {
        return tokens.stream().map(Token::text).collect(Collectors.joining());
    }
}
