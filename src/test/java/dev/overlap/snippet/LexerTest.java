package dev.overlap.snippet;

import static dev.overlap.snippet.TokenType.COMMENT;
import static dev.overlap.snippet.TokenType.KEYWORD;
import static dev.overlap.snippet.TokenType.NAME;
import static dev.overlap.snippet.TokenType.NUMBER;
import static dev.overlap.snippet.TokenType.PLAIN;
import static dev.overlap.snippet.TokenType.STRING;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LexerTest {

    @Test
    void pythonIsSplitIntoTokens() {
        assertThat(Lexer.line(Language.PYTHON, "    return f(\"# no\", 1.5)  # yes").tokens())
                .containsExactly(
                        new Token(PLAIN, "    "),
                        new Token(KEYWORD, "return"),
                        new Token(PLAIN, " "),
                        new Token(NAME, "f"),
                        new Token(PLAIN, "("),
                        new Token(STRING, "\"# no\""),
                        new Token(PLAIN, ", "),
                        new Token(NUMBER, "1.5"),
                        new Token(PLAIN, ")  "),
                        new Token(COMMENT, "# yes"));
    }

    @Test
    void javaIsSplitIntoTokens() {
        assertThat(Lexer.line(Language.JAVA, "new A(\"//\\\"\", 10_000L); // x").tokens())
                .containsExactly(
                        new Token(KEYWORD, "new"),
                        new Token(PLAIN, " "),
                        new Token(NAME, "A"),
                        new Token(PLAIN, "("),
                        new Token(STRING, "\"//\\\"\""),
                        new Token(PLAIN, ", "),
                        new Token(NUMBER, "10_000L"),
                        new Token(PLAIN, "); "),
                        new Token(COMMENT, "// x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"async", "await", "def", "for", "import", "try", "with", "None"})
    void keywordsOfPython(String word) {
        assertThat(Lexer.line(Language.PYTHON, word + " x").tokens())
                .containsExactly(new Token(KEYWORD, word), new Token(PLAIN, " x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"void", "record", "final", "for", "import", "try", "var", "_", "new"})
    void keywordsOfJava(String word) {
        assertThat(Lexer.line(Language.JAVA, word + " x").tokens())
                .containsExactly(new Token(KEYWORD, word), new Token(PLAIN, " x"));
    }

    @Test
    void prefixOfAStringBelongsToIt() {
        assertThat(Lexer.line(Language.PYTHON, "f\"{x}\"").tokens())
                .containsExactly(new Token(STRING, "f\"{x}\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"", "\"\\", "'a", "\u00fc = \ud83d\ude00", "1e9)", "x\"y\"\"z"})
    void nothingIsLost(String text) {
        for (Language language : Language.values()) {
            assertThat(Lexer.line(language, text).text()).isEqualTo(text);
        }
    }

    @Test
    void stringOfAnyLengthIsOneToken() {
        String text = "\"" + "a\\\"".repeat(200_000) + "\"";

        assertThat(Lexer.line(Language.JAVA, text).tokens())
                .containsExactly(new Token(STRING, text));
    }
}
