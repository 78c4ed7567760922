package dev.overlap.program.python;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class MendedListingTest {

    @TempDir private Path folder;

    @Test
    void aCopyIsWrittenBesideTheListingAndNothingIsOverwritten() throws IOException {
        Path listing = Files.writeString(folder.resolve("a.py"), "print(\u201cx\u201d)\n");
        Path other = Files.writeString(folder.resolve("a-mended.py"), "mine");

        Path copy = MendedListing.writeCopy(listing);

        assertThat(copy).hasFileName("a-mended-2.py").hasContent("print(\"x\")\n");
        assertThat(listing).hasContent("print(\u201cx\u201d)\n");
        assertThat(other).hasContent("mine");
    }

    @Test
    void aProgramThatPythonReadsIsLeftAlone() throws IOException {
        Path listing = Files.writeString(folder.resolve("a.py"), "print('x')\n");
        assertThat(MendedListing.writeCopy(listing)).isNull();
        assertThat(folder.toFile().list()).containsExactly("a.py");
    }
}
