package dev.overlap.ui.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.snippet.HighlightedLine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** What is found of the file of a run that is opened again. */
class KnownFilesTest {

    private static final Instant BEGUN = Instant.parse("2026-01-02T03:04:05.123456789Z");

    @TempDir private Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("a.py"), text);
    }

    private KnownFiles files() {
        return new KnownFiles(folder.resolve("state"));
    }

    private void note(String text) throws IOException {
        files().add(BEGUN, ProgramFile.read(write(text), folder));
    }

    @Test
    void aFileThatIsUnchangedIsShown() throws IOException {
        note("x = 1\ny = 2\n");
        write("x = 1\ny = 2\n");

        ShownSource shown = files().of(BEGUN);
        assertThat(shown.name()).isEqualTo("a.py");
        assertThat(shown.missing()).isEmpty();
        assertThat(shown.lines())
                .extracting(HighlightedLine::text)
                .containsExactly("x = 1", "y = 2");
        assertThat(shown.file().folder()).isEqualTo(folder);
        assertThat(files().of(BEGUN.plusNanos(1))).isNull();
    }

    @Test
    void ofOneThatHasChangedOrIsGoneThatIsSaid() throws IOException {
        note("x = 1\n");
        Path file = write("x = 2\n");
        assertThat(files().of(BEGUN).lines()).isEmpty();
        assertThat(files().of(BEGUN).missing()).startsWith(file + " has changed since this run");

        Files.delete(file);
        assertThat(files().of(BEGUN).name()).isEqualTo("a.py");
        assertThat(files().of(BEGUN).missing()).startsWith(file + " cannot be read any more");
    }

    @Test
    void theTextOfAFileIsNotKept() throws IOException {
        note("secret = 'text'\n");
        try (var kept = Files.list(folder.resolve("state"))) {
            assertThat(kept).allSatisfy(it -> assertThat(it).content().doesNotContain("secret"));
        }
    }

    @Test
    void whatIsForgottenOrDamagedIsNotKnown() throws IOException {
        note("x = 1\n");
        files().forget();
        assertThat(files().of(BEGUN)).isNull();

        Files.writeString(folder.resolve("state/program-files.txt"), BEGUN + "\tonly this\n\u0000");
        assertThat(files().of(BEGUN)).isNull();
        note("x = 1\n");
        assertThat(files().of(BEGUN.plusSeconds(1))).isNull();
    }

    @Test
    void onlyTheLatestRunsAreNoted() throws IOException {
        ProgramFile file = ProgramFile.read(write("x = 1\n"), folder);
        for (int run = 0; run < 203; run++) {
            files().add(BEGUN.plusSeconds(run), file);
        }
        assertThat(files().of(BEGUN.plusSeconds(2))).isNull();
        assertThat(files().of(BEGUN.plusSeconds(3))).isNotNull();
        assertThat(files().of(BEGUN.plusSeconds(202))).isNotNull();
    }
}
