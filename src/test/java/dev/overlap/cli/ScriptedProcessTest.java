package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.lab.Lab;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program in scripts: closed pipes, interrupts, missing home directories, secrets. */
@Timeout(120)
class ScriptedProcessTest {

    @TempDir private Path folder;
    private ChildProcesses children;

    @BeforeEach
    void makeChildProcesses() {
        children = new ChildProcesses(folder);
    }

    @AfterEach
    void endChildProcesses() {
        children.close();
    }

    private Process start(String words) throws IOException {
        return children.start(List.of(), words.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " --json"})
    void aRunEndsQuietlyOnceItsOutputIsClosed(String form) throws Exception {
        Process run =
                start(
                        "run --model event-loop --timeout 1h --site lab:/delay/0"
                                + " --site lab:/delay/1500 --site lab:/hang"
                                + form);
        BufferedReader out = run.inputReader();
        assertThat(out.readLine()).contains("lab:/delay/0");
        out.close();
        assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isEqualTo(141);
        assertThat(children.err()).isEmpty();
    }

    @Test
    void anInterruptStillPrintsEveryTaskAndTheSummaryAsJson() throws Exception {
        Process run =
                start(
                        "run --json --model thread-pool --timeout 1m --site lab:/delay/0"
                                + " --site lab:/hang");
        BufferedReader out = run.inputReader();
        assertThat(out.readLine()).startsWith("{\"task\":1,");
        ChildProcesses.interrupt(run);
        assertThat(out.lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"outcome\":\"cancelled\""),
                        line -> assertThat(line).startsWith("{\"summary\":{"));
        assertThat(run.waitFor()).isEqualTo(130);
        assertThat(children.err()).isEmpty();
    }

    @Test
    void anInterruptOfAComparisonWritesTheFinishedRuns() throws Exception {
        Process compare =
                start(
                        "compare --models event-loop,threads --runs 99 --site lab:/delay/100"
                                + " --out a.csv --out a.png");
        BufferedReader out = compare.inputReader();
        assertThat(out.readLine()).startsWith("event-loop, run 1 of 99: ");
        ChildProcesses.interrupt(compare);
        assertThat(out.lines().toList()).anyMatch(line -> line.startsWith("model "));
        assertThat(compare.waitFor()).isEqualTo(130);
        assertThat(Files.readAllLines(folder.resolve("a.csv"))).hasSizeBetween(2, 198);
        assertThat(folder.resolve("a.png")).isNotEmptyFile();
        assertThat(children.err()).isEmpty();
    }

    @Test
    void neitherAHomeDirectoryNorAWritableLogIsNeeded() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        children.put("HOME", "/nonexistent");
        children.put("XDG_STATE_HOME", file.resolve("below").toString());
        List<String> noHome = List.of("-Duser.home=" + file.resolve("home"));
        Process run =
                children.start(
                        noHome,
                        "run --model event-loop --site lab:/delay/10 --out a.csv --out a.png --json"
                                .split(" "));
        assertThat(ChildProcesses.out(run).lines()).hasSize(2);
        assertThat(run.waitFor()).isZero();
        assertThat(folder.resolve("a.png")).isNotEmptyFile();
        assertThat(children.err().lines()).containsExactly("Wrote a.csv.", "Wrote a.png.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "event-loop"})
    void outputAndFilesContainNoUserNameAndNoPassword(String model) throws Exception {
        try (Lab lab = Lab.start()) {
            int port = lab.uri().getPort();
            String list =
                    Stream.of("/echo", "/redirect/2", "/status/500", "/reset", "/close?after=0")
                                    .map(path -> "http://uSeR:sEcReT@127.0.0.1:" + port + path)
                                    .reduce("", (all, line) -> all + line + "\n")
                            + "http://uSeR:sEcReT@127.0.0.1:1/\n"
                            + "https://uSeR:sEcReT@127.0.0.1:%d/\n".formatted(port)
                            + "uSeR:sEcReT@127.0.0.1\nhttp://uSeR:sEc/ReT@127.0.0.1/\n"
                            + "http://uSeR:sEc@ReT@127.0.0.1/\nhttp://uSeR:sEcReT@my_host/\n";
            Path sites = Files.writeString(folder.resolve("secret.sites"), list);
            String words = "run secret.sites --timeout 2s --model " + model;
            Process plain = start(words + " --out a.csv");
            Process json = start(words + " --json");
            String out = ChildProcesses.out(plain) + ChildProcesses.out(json);
            assertThat(plain.waitFor()).isOne();
            assertThat(json.waitFor()).isOne();
            Files.delete(sites);
            assertThat(out).contains("/echo: 200").contains("\"url\":\"http://127.0.0.1:");
            assertThat(children.err()).contains("left out");
            assertThat(out + allFiles()).doesNotContain("uSeR", "sEc", "ReT");
        }
    }

    /** Returns the table, the log and standard error; pictures have a test of their own. */
    private String allFiles() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
