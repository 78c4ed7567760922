package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Files that cannot be written: each gets a sentence, and the others are written. */
@Timeout(120)
class OutputFilesTest {

    @TempDir private Path folder;
    private final ExecutorService readers = Executors.newCachedThreadPool();
    private TestCommandLine commandLine;

    @BeforeEach
    void makeCommandLine() {
        commandLine = TestCommandLine.in(folder);
    }

    @AfterEach
    void endReaders() {
        readers.shutdownNow();
    }

    /** Makes a pipe whose reader closes it at once, so that writing fails midway. */
    private Future<Boolean> brokenPipe(String name) throws Exception {
        Path pipe = folder.resolve(name);
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        return readers.submit(() -> openAndClose(pipe));
    }

    private static boolean openAndClose(Path pipe) throws IOException {
        try (InputStream in = Files.newInputStream(pipe)) {
            return in.available() >= 0;
        }
    }

    private String broken(String name) {
        return "overlap: \""
                + folder.resolve(name)
                + "\" cannot be written: its reader is gone. Choose another file.";
    }

    private String gone(String name) {
        return "overlap: \""
                + folder.resolve(name)
                + "\" cannot be written: its folder does not exist. Choose another folder.";
    }

    @Test
    void aRunTriesEachFileAndPrintsASentenceForEachThatFails() throws Exception {
        Future<Boolean> csv = brokenPipe("a.csv");
        Future<Boolean> png = brokenPipe("b.png");
        String line =
                "run --model sequential --site lab:/a --repeat 3000"
                        + " --out a.csv --out b.png --out c.csv --out d.png";

        assertThat(commandLine.type(line.split(" "))).isOne();

        assertThat(commandLine.err().lines()).containsExactly(broken("a.csv"), broken("b.png"));
        assertThat(commandLine.out()).contains("Wrote " + folder.resolve("c.csv") + ".");
        assertThat(folder.resolve("c.csv")).isNotEmptyFile();
        assertThat(folder.resolve("d.png")).isNotEmptyFile();
        assertThat(csv.get() && png.get()).isTrue();
    }

    @Test
    void aComparisonTriesEachFileAndPrintsASentenceForEachThatFails() throws Exception {
        Future<Boolean> csv = brokenPipe("a.csv");
        Future<Boolean> png = brokenPipe("b.png");
        String line =
                "compare --models all --runs 99 --site lab:/a"
                        + " --out a.csv --out b.png --out c.csv --out d.png";

        assertThat(commandLine.type(line.split(" "))).isOne();

        assertThat(commandLine.err().lines()).containsExactly(broken("a.csv"), broken("b.png"));
        assertThat(folder.resolve("c.csv")).isNotEmptyFile();
        assertThat(folder.resolve("d.png")).isNotEmptyFile();
        assertThat(csv.get() && png.get()).isTrue();
    }

    @Test
    void aDemoPrintsItsTableEvenIfWritingThePictureFails() throws Exception {
        Future<Boolean> picture = brokenPipe(DemoCommand.PICTURE);

        assertThat(commandLine.type("demo")).isOne();

        assertThat(commandLine.err().lines()).containsExactly(broken(DemoCommand.PICTURE));
        assertThat(commandLine.out()).contains("blocked-loop");
        assertThat(picture.get()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run --model sequential", "compare"})
    void aFolderDeletedDuringTheRunAffectsNoOtherFile(String command) throws IOException {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        commandLine =
                commandLine.withEngine(
                        () -> {
                            Files.deleteIfExists(gone);
                            return new FakeEngineSession();
                        });
        String line = command + " --site lab:/a --out gone/a.csv --out gone/b.png --out c.csv";

        assertThat(commandLine.type(line.split(" "))).isOne();

        assertThat(commandLine.err().lines())
                .containsExactly(gone("gone/a.csv"), gone("gone/b.png"));
        assertThat(folder.resolve("c.csv")).isNotEmptyFile();
    }

    @Test
    void aPipeIsWrittenIntoAndStaysAPipe() throws Exception {
        Path pipe = folder.resolve("pipe.csv");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        Future<String> read = readers.submit(() -> Files.readString(pipe));

        assertThat(
                        commandLine.type(
                                "run --model sequential --site lab:/a --out pipe.csv".split(" ")))
                .isZero();

        assertThat(read.get()).startsWith("task,site,").contains("lab:/a");
        assertThat(Files.isRegularFile(pipe)).isFalse();
    }
}
