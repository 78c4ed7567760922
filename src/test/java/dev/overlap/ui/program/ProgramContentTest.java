package dev.overlap.ui.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.snippet.HighlightedLine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class ProgramContentTest {

    @TempDir private Path folder;

    private ProgramRequest request(String... command) {
        return new ProgramRequest(List.of(command), folder, "", List.of(), List.of(), false);
    }

    private String digest(ProgramRequest request) throws IOException {
        return ProgramContent.read(request).digest();
    }

    @Test
    void whatWasConfirmedIsKnownAgainUntilItChanges() throws IOException {
        Path script = Files.writeString(folder.resolve("a.py"), "print(1)\n");
        ProgramRequest request = request("python3", "-u", "a.py", "x");
        String digest = digest(request);

        assertThat(digest(request)).isEqualTo(digest);
        assertThat(digest(request("python3", "-u", "a.py", "y"))).isNotEqualTo(digest);
        assertThat(digest(request("python3", "-u", "a.pyx"))).isNotEqualTo(digest);
        assertThat(digest(request.withHosts(List.of("h=1ms")))).isNotEqualTo(digest);
        Files.writeString(script, "print(2)\n");
        assertThat(digest(request)).isNotEqualTo(digest);
    }

    @Test
    void theFileOfAProgramIsWhatItsCommandNames() throws IOException {
        Path script = Files.writeString(folder.resolve("a.py"), "x = 'y'  # z\n\n");

        assertThat(request("a.py").file()).isEqualTo(script);
        assertThat(request("python3", "a.py").file()).isEqualTo(script);
        assertThat(request("node", "none.js").file()).isNull();
        assertThat(request("a.py").isPython()).isTrue();
        assertThat(request("node", "none.js").isPython()).isFalse();
        assertThat(request("a.py").with(List.of("py", "-3")).started())
                .containsExactly("py", "-3", "a.py");
        assertThat(ProgramContent.read(request("a.py")).shown().lines())
                .extracting(HighlightedLine::text)
                .containsExactly("x = 'y'  # z", "");
    }
}
