package dev.overlap.text.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.render.resource.ResourceMark;
import dev.overlap.trace.Phase;
import dev.overlap.trace.WorkerTrack.Role;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class GlossaryTest {

    private static final Pattern SENTENCE_END = Pattern.compile("\\.(?: |$)");
    private static final Pattern HELPER = Pattern.compile("\\.helper\\(\"([^\"]+)\"\\)");

    @ParameterizedTest
    @EnumSource
    void phaseIsExplained(Phase phase) {
        assertThat(Glossary.of(phase).word()).isEqualTo(phase.words());
        assertIsExplanation(Glossary.of(phase).meaning());
    }

    @ParameterizedTest
    @EnumSource
    void roleIsExplained(Role role) {
        assertThat(Glossary.of(role).word()).isEqualTo(role.word());
        assertIsExplanation(Glossary.of(role).meaning());
    }

    @ParameterizedTest
    @EnumSource
    void figureIsExplained(RunNumber figure) {
        assertIsExplanation(figure.meaning());
        assertThat(RunNumber.meaningOf(figure.id())).isEqualTo(figure.meaning());
    }

    @ParameterizedTest
    @EnumSource
    void markIsExplained(ResourceMark mark) {
        assertIsExplanation(mark.meaning());
    }

    /** The names are written where the threads are started. */
    @Test
    void everyHelperThreadIsExplained() throws IOException {
        List<String> names;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/overlap/engine"))) {
            names =
                    files.filter(Files::isRegularFile)
                            .map(GlossaryTest::text)
                            .flatMap(text -> HELPER.matcher(text).results())
                            .map(found -> found.group(1))
                            .distinct()
                            .toList();
        }
        String unknown = Glossary.ofHelper("?").meaning();

        assertThat(names).contains("driver", "timer", "resolver");
        assertThat(names)
                .allSatisfy(name -> assertIsExplanation(Glossary.ofHelper(name).meaning()))
                .noneMatch(name -> Glossary.ofHelper(name).meaning().equals(unknown));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "WAIT, time to first byte (TTFB)",
        "READY, runnable",
        "READY, GIL",
        "LEASE, pool wait",
        "BLOCKED, contention",
        "COMPUTE, CPU-bound"
    })
    void phaseIsFoundByTheWordThatOthersUse(Phase phase, String synonym) {
        assertThat(Glossary.of(phase).meaning()).contains(synonym);
    }

    @Test
    void numberThatIsNotKnownHasNoMeaning() {
        assertThat(RunNumber.meaningOf("?")).isEmpty();
    }

    private static void assertIsExplanation(String meaning) {
        Matcher ends = SENTENCE_END.matcher(meaning);
        assertThat(ends.results().count()).as(meaning).isBetween(1L, 2L);
        assertThat(meaning).endsWith(".").matches("(?s)[A-Z_a-z].*").hasSizeBetween(20, 300);
    }
}
