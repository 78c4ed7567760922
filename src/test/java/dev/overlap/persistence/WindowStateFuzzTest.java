package dev.overlap.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.InputMutator;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whatever a state file contains, a window opens and silently loses nothing. */
class WindowStateFuzzTest {

    private static final List<String> GOOD =
            IntStream.range(0, 20)
                    .mapToObj(seed -> WindowStateJson.write(States.any(new Random(seed))))
                    .map(text -> new String(text, StandardCharsets.US_ASCII))
                    .toList();

    /** Opening takes a hundred times as long as reading. */
    private static final int OPENED = 10;

    @TempDir private Path folder;
    private int count;

    @Test
    void everyFileIsReadOrSetAside() {
        InputMutator.each(InputMutator.INPUTS, 50, GOOD, this::check);
    }

    @Test
    @Tag("soak")
    void everyOneOfManyFilesIsReadOrSetAside() {
        InputMutator.each(InputMutator.SOAK_INPUTS, 51, GOOD, this::check);
    }

    private void check(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            WindowStateJson.ReadResult readResult = read(bytes);
            if (count++ % OPENED == 0) {
                checkOpening(bytes, readResult);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parses a file; returns null if it is rejected. */
    private static WindowStateJson.ReadResult read(byte[] bytes) throws IOException {
        WindowStateJson.ReadResult readResult;
        try {
            readResult = WindowStateJson.read(bytes);
        } catch (IOException refused) {
            assertThat(refused).hasMessage("it is not what Overlap writes");
            return null;
        }
        WindowState kept =
                readResult.state().withSites(readResult.state().sites().withoutSecrets());
        assertThat(WindowStateJson.read(WindowStateJson.write(readResult.state())))
                .isEqualTo(new WindowStateJson.ReadResult(kept, List.of()));
        return readResult;
    }

    private void checkOpening(byte[] bytes, WindowStateJson.ReadResult readResult)
            throws IOException {
        Path file = Files.write(folder.resolve("state.json"), bytes);
        RestoredState restored = StateLoader.open(States.folders(folder));
        restored.store().close();
        Path aside = folder.resolve("state.json.unreadable-1");
        if (readResult == null || !readResult.misread().isEmpty()) {
            assertThat(restored.sentences()).singleElement().asString().contains(aside.toString());
            assertThat(aside).hasBinaryContent(bytes);
            Files.delete(aside);
        } else {
            assertThat(restored.sentences()).isEmpty();
        }
        assertThat(restored.state())
                .isEqualTo(readResult == null ? WindowState.DEFAULT : readResult.state());
        Files.deleteIfExists(file);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("state.lock"));
        }
    }
}
