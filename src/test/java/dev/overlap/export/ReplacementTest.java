package dev.overlap.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

class ReplacementTest {

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void anOldFile() throws IOException {
        file = folder.resolve("run.csv");
        Files.writeString(file, "old");
    }

    private long filesInFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    void newContentTakesThePlaceOfTheOldOne() throws IOException {
        Replacement.write(file, out -> out.write("new".getBytes(StandardCharsets.UTF_8)));
        assertThat(file).hasContent("new");
        assertThat(filesInFolder()).isOne();
    }

    @Test
    void fullDiskLeavesTheOldFileAndNothingElse() throws IOException {
        assertThatThrownBy(
                        () ->
                                Replacement.write(
                                        file,
                                        out -> {
                                            out.write(new byte[100_000]);
                                            throw new IOException("No space left on device");
                                        }))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the disk is full")
                .hasMessageContaining("run.csv");
        assertThat(file).hasContent("old");
        assertThat(filesInFolder()).isOne();
    }

    @Test
    void faultOfTheFormatLeavesTheOldFileAndNothingElse() throws IOException {
        assertThatThrownBy(
                        () ->
                                Replacement.write(
                                        file,
                                        _ -> {
                                            throw new IllegalStateException("a fault of ours");
                                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(file).hasContent("old");
        assertThat(filesInFolder()).isOne();
    }

    @Test
    void missingFolderIsSaidInASentence() {
        Path lost = folder.resolve("nowhere").resolve("run.csv");
        assertThatThrownBy(() -> Replacement.write(lost, _ -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("its folder does not exist")
                .hasMessageEndingWith(".");
    }

    @Test
    void pathBelowAFileIsSaidInASentence() {
        Path below = file.resolve("run.csv");
        assertThatThrownBy(() -> Replacement.write(below, _ -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be written")
                .hasMessageEndingWith("Choose another folder.");
        assertThat(file).hasContent("old");
    }

    @Test
    void folderInPlaceOfAFileIsSaidInASentence() {
        assertThatThrownBy(() -> Replacement.write(folder, _ -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void linkStaysALink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
        Replacement.write(link, out -> out.write('n'));
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(file).hasContent("n");
    }
}
