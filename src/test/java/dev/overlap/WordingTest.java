package dev.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks that sentences for users are in package {@code text}, so that the window can be
 * translated.
 */
class WordingTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "overlap");

    /** Up to this many words are a label, which may be defined where it is shown. */
    private static final int MAX_WORDS = 3;

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)//.*$");

    /** Texts for developers, in the log and in exceptions. */
    private static final Pattern FOR_DEVELOPERS =
            Pattern.compile(
                    "LOG\\b|(IllegalState|UnsupportedOperation)Exception\\(|AssertionError\\(|@Suppress");

    @ParameterizedTest
    @ValueSource(strings = {"ui", "chart", "render"})
    void noSentenceStandsOutsideOfText(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES.resolve(folder))) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).isNotEmpty();
            assertThat(sources).allSatisfy(file -> assertThat(sentences(file)).isEmpty());
        }
    }

    private static List<String> sentences(Path source) throws IOException {
        String code = COMMENT.matcher(Files.readString(source)).replaceAll("");
        return Stream.of(code.split(";\\R"))
                .filter(statement -> !FOR_DEVELOPERS.matcher(statement).find())
                .flatMap(statement -> LITERAL.matcher(statement).results())
                .map((MatchResult literal) -> literal.group(1))
                .filter(WordingTest::isSentence)
                .toList();
    }

    private static boolean isSentence(String literal) {
        if (literal.startsWith("-fx-")) {
            return false; // a style
        }
        return Stream.of(literal.split("\\s+")).filter(word -> word.matches(".*[a-zA-Z].*")).count()
                > MAX_WORDS;
    }
}
