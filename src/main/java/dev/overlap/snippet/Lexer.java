package dev.overlap.snippet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a line into tokens for highlighting. It only knows comments, strings, numbers and words:
 * nothing in our programs spans lines.
 */
public final class Lexer {

    /**
     * Possessive quantifiers keep a long string from overflowing the stack; an unterminated string
     * extends to the end of the line.
     */
    private static final String QUOTED = "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"?";

    private static final String WORDS =
            "|(?<NUMBER>\\b[0-9][\\p{Alnum}_.]*)|(?<WORD>[\\p{L}_][\\p{L}\\p{N}_]*)";

    private static final Pattern PYTHON =
            Pattern.compile(
                    "(?<COMMENT>#.*)|(?<STRING>(?:\\b[fbr])?(?:"
                            + QUOTED
                            + "|"
                            + QUOTED.replace('"', '\'')
                            + "))"
                            + WORDS);

    private static final Pattern JAVA =
            Pattern.compile("(?<COMMENT>//.*|/\\*.*)|(?<STRING>" + QUOTED + "|'[^']*')" + WORDS);

    private final String text;
    private final Set<String> keywords;
    private final List<Token> tokens = new ArrayList<>();

    private Lexer(String text, Set<String> keywords) {
        this.text = text;
        this.keywords = keywords;
    }

    /** Splits a line, which has no line break. */
    public static HighlightedLine line(Language language, String text) {
        return switch (language) {
            case PYTHON -> new Lexer(text, Keywords.PYTHON).tokenize(PYTHON);
            case JAVA -> new Lexer(text, Keywords.JAVA).tokenize(JAVA);
        };
    }

    private HighlightedLine tokenize(Pattern pattern) {
        Matcher found = pattern.matcher(text);
        int end = 0;
        while (found.find()) {
            add(TokenType.PLAIN, end, found.start());
            add(type(found), found.start(), found.end());
            end = found.end();
        }
        add(TokenType.PLAIN, end, text.length());
        return new HighlightedLine(tokens);
    }

    private TokenType type(Matcher found) {
        if (found.group("COMMENT") != null) {
            return TokenType.COMMENT;
        }
        if (found.group("STRING") != null) {
            return TokenType.STRING;
        }
        return found.group("NUMBER") != null ? TokenType.NUMBER : typeOfWord(found);
    }

    private TokenType typeOfWord(Matcher found) {
        if (keywords.contains(found.group())) {
            return TokenType.KEYWORD;
        }
        return text.startsWith("(", found.end()) ? TokenType.NAME : TokenType.PLAIN;
    }

    /** Adds a token; adjacent ones of the same type are merged. */
    private void add(TokenType tokenType, int begin, int end) {
        if (begin == end) {
            return;
        }
        boolean extendsLast = !tokens.isEmpty() && tokens.getLast().type() == tokenType;
        String before = extendsLast ? tokens.removeLast().text() : "";
        tokens.add(new Token(tokenType, before + text.substring(begin, end)));
    }
}
