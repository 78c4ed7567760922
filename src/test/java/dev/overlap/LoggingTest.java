package dev.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.logging.LogManager;
import java.util.stream.Stream;

class LoggingTest {

    private static final Logger LOG = LoggerFactory.getLogger("dev.overlap.test");
    private static final Logger CLIENT = LoggerFactory.getLogger("org.apache.hc.client5.http.wire");

    @TempDir Path folder;

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final PrintStream error = System.err;

    @BeforeEach
    void watchTheConsole() {
        System.setErr(new PrintStream(console, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveTheLogsBack() throws IOException {
        LogManager.getLogManager().readConfiguration();
        System.setErr(error);
    }

    @Test
    void whatIsLoggedStandsInTheFileAndNotOnTheConsole() throws IOException {
        Logging.begin(folder);

        LOG.warn("It rains", new IllegalStateException("cloud"));

        assertThat(log(folder)).contains("WARNING dev.overlap.test: It rains", "cloud");
        assertThat(console.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void theFolderIsMadeWhateverItsName() throws IOException {
        Path strange = folder.resolve("100% mine/%h");

        Logging.begin(strange);
        LOG.info("Here");

        assertThat(log(strange)).contains("Here");
    }

    @Test
    void httpClientIsHeardFromWarningsOn() {
        Logging.begin(folder);

        assertThat(CLIENT.isInfoEnabled()).isFalse();
        assertThat(CLIENT.isWarnEnabled()).isTrue();
        assertThat(LOG.isInfoEnabled()).isTrue();
    }

    @Test
    void fiveMegabytesOfMessagesLeaveTwo() throws IOException {
        Logging.begin(folder);

        String kilobyte = "x".repeat(1024);
        for (int i = 0; i < 5 * 1024; i++) {
            LOG.info(kilobyte);
        }

        List<Path> logs = logs(folder);
        assertThat(logs).hasSize(2);
        for (Path log : logs) {
            assertThat(Files.size(log)).isLessThan(1100 * 1024);
        }
    }

    @Test
    void aFolderThatCannotBeMadeMeansNoLogAndNoWordAboutIt() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        Logging.begin(file.resolve("below"));
        LOG.error("Nobody hears this");

        assertThat(console.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void folderAndFilesAreTheOwnersAloneAlsoAfterTheLogWasBegunAnew() throws IOException {
        Path state = Files.createDirectories(folder.resolve("state"));
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwxr-xr-x"));
        Logging.begin(state);
        String kilobyte = "x".repeat(1024);
        for (int i = 0; i < 1_500; i++) {
            LOG.info(kilobyte);
        }

        assertThat(logs(state)).hasSize(2);
        assertThat(Files.getPosixFilePermissions(state))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        try (Stream<Path> files = Files.list(state)) {
            assertThat(files)
                    .hasSize(3) // one is the lock
                    .allSatisfy(
                            file ->
                                    assertThat(Files.getPosixFilePermissions(file))
                                            .isEqualTo(
                                                    PosixFilePermissions.fromString("rw-------")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlap.0.log", "overlap.1.log", "overlap.0.log.lck"})
    void aPipeInPlaceOfAFileMeansNoLogAndKeepsNobodyWaiting(String name) throws Exception {
        String pipe = folder.resolve(name).toString();
        assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();

        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Logging.begin(folder));
        LOG.error("Nobody hears this");

        assertThat(logs(folder)).allMatch(file -> !Files.isRegularFile(file));
        assertThat(console.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private static String log(Path folder) throws IOException {
        return Files.readString(folder.resolve("overlap.0.log"));
    }

    private static List<Path> logs(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log")).toList();
        }
    }
}
