package dev.overlap.snippet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a line into pieces to be coloured. It knows comments, strings, numbers and words, and no
 * more: nothing in our programs goes on over the end of a line.
 */
final class Lexer {

    private static final Set<String> PYTHON_WORDS =
            Set.of(
                    "False",
                    "None",
                    "True",
                    "and",
                    "as",
                    "assert",
                    "async",
                    "await",
                    "break",
                    "class",
                    "continue",
                    "def",
                    "del",
                    "elif",
                    "else",
                    "except",
                    "finally",
                    "for",
                    "from",
                    "global",
                    "if",
                    "import",
                    "in",
                    "is",
                    "lambda",
                    "nonlocal",
                    "not",
                    "or",
                    "pass",
                    "raise",
                    "return",
                    "try",
                    "while",
                    "with",
                    "yield");

    private static final Set<String> JAVA_WORDS =
            Set.of(
                    "_",
                    "abstract",
                    "assert",
                    "boolean",
                    "break",
                    "byte",
                    "case",
                    "catch",
                    "char",
                    "class",
                    "continue",
                    "default",
                    "do",
                    "double",
                    "else",
                    "enum",
                    "extends",
                    "false",
                    "final",
                    "finally",
                    "float",
                    "for",
                    "if",
                    "implements",
                    "import",
                    "instanceof",
                    "int",
                    "interface",
                    "long",
                    "module",
                    "new",
                    "null",
                    "package",
                    "private",
                    "protected",
                    "public",
                    "record",
                    "return",
                    "sealed",
                    "short",
                    "static",
                    "super",
                    "switch",
                    "synchronized",
                    "this",
                    "throw",
                    "throws",
                    "true",
                    "try",
                    "var",
                    "void",
                    "volatile",
                    "while",
                    "yield");

    /**
     * The possessive quantifiers keep a string of any length from filling the stack; one that is
     * not closed goes on to the end of the line.
     */
    private static final String QUOTED = "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"?";

    private static final String WORDS =
            "|(?<NUMBER>\\b[0-9][\\p{Alnum}_.]*)|(?<WORD>[\\p{L}_][\\p{L}\\p{N}_]*)";

    private static final Pattern PYTHON =
            Pattern.compile("(?<COMMENT>#.*)|(?<STRING>(?:\\b[fbr])?" + QUOTED + ")" + WORDS);

    private static final Pattern JAVA =
            Pattern.compile("(?<COMMENT>//.*|/\\*.*)|(?<STRING>" + QUOTED + "|'[^']*')" + WORDS);

    private final String text;
    private final Set<String> keywords;
    private final List<Token> tokens = new ArrayList<>();

    private Lexer(String text, Set<String> keywords) {
        this.text = text;
        this.keywords = keywords;
    }

    static HighlightedLine line(Language language, String text) {
        return switch (language) {
            case PYTHON -> new Lexer(text, PYTHON_WORDS).cut(PYTHON);
            case JAVA -> new Lexer(text, JAVA_WORDS).cut(JAVA);
        };
    }

    private HighlightedLine cut(Pattern pattern) {
        Matcher found = pattern.matcher(text);
        int end = 0;
        while (found.find()) {
            add(TokenType.PLAIN, end, found.start());
            add(shade(found), found.start(), found.end());
            end = found.end();
        }
        add(TokenType.PLAIN, end, text.length());
        return new HighlightedLine(tokens);
    }

    private TokenType shade(Matcher found) {
        if (found.group("COMMENT") != null) {
            return TokenType.COMMENT;
        }
        if (found.group("STRING") != null) {
            return TokenType.STRING;
        }
        return found.group("NUMBER") != null ? TokenType.NUMBER : shadeOfWord(found);
    }

    private TokenType shadeOfWord(Matcher found) {
        if (keywords.contains(found.group())) {
            return TokenType.KEYWORD;
        }
        return text.startsWith("(", found.end()) ? TokenType.NAME : TokenType.PLAIN;
    }

    /** Adds a piece; neighbours of one shade become one. */
    private void add(TokenType tokenType, int begin, int end) {
        if (begin == end) {
            return;
        }
        boolean goesOn = !tokens.isEmpty() && tokens.getLast().type() == tokenType;
        String before = goesOn ? tokens.removeLast().text() : "";
        tokens.add(new Token(tokenType, before + text.substring(begin, end)));
    }
}
