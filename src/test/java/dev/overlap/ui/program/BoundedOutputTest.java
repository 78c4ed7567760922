package dev.overlap.ui.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.ui.program.BoundedOutput.Snapshot;
import dev.overlap.ui.program.OutputLine.Source;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

class BoundedOutputTest {

    private final BoundedOutput output = new BoundedOutput(StandardCharsets.UTF_8);

    private static void print(OutputStream stream, String text) throws IOException {
        stream.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> lines() {
        return output.snapshot().lines().stream().map(it -> it.source() + " " + it.text()).toList();
    }

    @Test
    void bothStreamsAreToldApartAndLinesAreWhole() throws IOException {
        print(output.out(), "one\\nt".translateEscapes());
        print(output.err(), "bad\\r\\n".translateEscapes());
        print(output.out(), "wo\\n\\nbegun".translateEscapes());

        assertThat(lines()).containsExactly("OUT one", "ERR bad", "OUT two", "OUT ", "OUT begun");
        assertThat(output.snapshot().stable()).isEqualTo(4);
    }

    @Test
    void aCharacterMayComeInPieces() throws IOException {
        byte[] bytes = "\u00e4\u20ac\n".getBytes(StandardCharsets.UTF_8);
        for (byte each : bytes) {
            output.out().write(each);
        }
        assertThat(lines()).containsExactly("OUT \u00e4\u20ac");
    }

    @Test
    void aLineThatIsWrittenOverShowsItsLastWords() throws IOException {
        print(output.out(), "10 %\\r50 %\\r100 %\\n".translateEscapes());
        assertThat(lines()).containsExactly("OUT 100 %");
    }

    @Test
    void ofALongOutputTheFirstAndTheLastMegabyteAreKept() throws IOException {
        String padding = "x".repeat(1_000);
        int all = 4 * BoundedOutput.MAX_CHARS / 1_000;
        for (int i = 0; i < all; i++) {
            print(output.out(), i + " " + padding + "\n");
        }
        Snapshot snapshot = output.snapshot();
        List<OutputLine> kept = snapshot.lines();

        assertThat(kept.getFirst().text()).startsWith("0 x");
        assertThat(kept.getLast().text()).startsWith((all - 1) + " x");
        assertThat(kept).filteredOn(it -> it.source() == Source.GAP).hasSize(1);
        OutputLine gap = kept.get(snapshot.stable());
        assertThat(gap.text().replaceAll("[^0-9]*lines.*|,", ""))
                .isEqualTo(String.valueOf(all - kept.size() + 1));
        long chars = kept.stream().mapToLong(it -> it.text().length()).sum();
        assertThat(chars)
                .isBetween(BoundedOutput.MAX_CHARS * 19L / 10, BoundedOutput.MAX_CHARS * 2L + 200);
    }

    @Test
    void aLineWithoutEndIsCut() throws IOException {
        print(output.out(), "y".repeat(3 * BoundedOutput.MAX_CHARS));
        assertThat(output.snapshot().lines().size()).isGreaterThan(500);
        assertThat(output.snapshot().lines()).allMatch(it -> it.text().length() <= 4_096);
    }
}
