package dev.overlap.ui.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.overlap.plan.SiteList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

class SiteFileTest {

    @TempDir private Path folder;

    @Test
    void writtenListIsReadUnchanged() throws IOException {
        SiteList list = SiteList.parse("# caf\u00e9\n\nhtp://typo\n  off a.example x3\n");
        Path file = folder.resolve("a.sites");
        SiteFile.write(list, file);
        SiteFile.write(list, file);

        assertThat(SiteFile.read(file)).isEqualTo(list);
        assertThat(folder).isDirectoryContaining(one -> one.equals(file));
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void passwordIsNotWritten() throws IOException {
        Path file = folder.resolve("a.sites");
        SiteFile.write(SiteList.parse("https://ann:pass@a.example x2"), file);

        assertThat(file).hasContent("https://***@a.example x2\n");
    }

    @Test
    void byteOrderMarkIsNotPartOfTheFirstLine() throws IOException {
        Path file = folder.resolve("a.sites");
        Files.writeString(file, "\ufeffa.example\r\n");

        assertThat(SiteFile.read(file)).isEqualTo(SiteList.parse("a.example"));
    }

    @Test
    void fileThatIsNotTextIsReported() throws IOException {
        Path file = folder.resolve("a.sites");
        Files.write(file, new byte[] {(byte) 0xC3, 0x28});

        assertRejected(file, "is not UTF-8 text.");
    }

    @Test
    void fileThatIsTooLargeIsReported() throws IOException {
        Path file = folder.resolve("a.sites");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(SiteFile.MAX_BYTES + 1L);
        }

        assertRejected(file, "is too large");
    }

    @Test
    void missingFileAndFolderAreReported() {
        assertRejected(folder.resolve("none.sites"), "no longer exists.");
        assertRejected(folder, "is not a text file.");
    }

    @Test
    void missingFolderIsReportedWhenSaving() {
        Path file = folder.resolve("nowhere/a.sites");

        assertThatThrownBy(() -> SiteFile.write(SiteList.EMPTY, file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("its folder does not exist.");
    }

    private static void assertRejected(Path file, String words) {
        assertThatThrownBy(() -> SiteFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("\"" + file + "\" ")
                .hasMessageContaining(words)
                .hasMessageEndingWith(".");
    }
}
