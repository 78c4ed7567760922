package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.BufferedReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, with the real lab and engine. */
@Timeout(120)
class ProcessTest {

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

    @Test
    void runsAListOnTheLab() throws Exception {
        Process run =
                children.start(
                        List.of(), "run", "--model", "event-loop", "--site", "lab:/delay/50 x3");
        List<String> out = ChildProcesses.out(run).lines().toList();
        assertThat(run.waitFor()).isZero();
        assertThat(out.subList(0, 3)).allMatch(line -> line.startsWith("lab:/delay/50: 200, "));
        assertThat(children.err()).isEmpty();
    }

    /** A Java virtual machine that shows its version prints it on standard output, like results. */
    @ParameterizedTest
    @CsvSource({
        "JDK_JAVA_OPTIONS, --show-version",
        "JAVA_TOOL_OPTIONS, -Dx=y",
        "JDK_JAVA_OPTIONS, -Xms512m"
    })
    void javaOptionsInTheEnvironmentDoNotDisturbWorkerProcesses(String variable, String options)
            throws Exception {
        children.put(variable, options);
        Process run =
                children.start(
                        List.of(),
                        "run",
                        "--model",
                        "process-pool",
                        "--workers",
                        "1",
                        "--site",
                        "lab:/delay/5 x2");
        List<String> out = ChildProcesses.out(run).lines().toList();
        assertThat(run.waitFor()).isZero();
        assertThat(out).filteredOn(line -> line.startsWith("lab:/delay/5: 200, ")).hasSize(2);
    }

    @Test
    void anInterruptWritesTheResultsAndExitsWith130() throws Exception {
        Process run =
                children.start(
                        List.of(),
                        ("run --model event-loop --site lab:/delay/0 --site lab:/hang"
                                        + " --timeout 1m --out a.csv --out a.png")
                                .split(" "));
        BufferedReader out = run.inputReader();
        assertThat(out.readLine()).startsWith("lab:/delay/0: 200");
        ChildProcesses.interrupt(run);
        assertThat(out.lines().toList()).anyMatch(line -> line.endsWith("0 failed, 1 cancelled"));
        assertThat(run.waitFor()).isEqualTo(130);
        assertThat(Files.readString(folder.resolve("a.csv"))).contains("answered", "cancelled");
        assertThat(folder.resolve("a.png")).isNotEmptyFile();
        assertThat(children.err()).isEmpty();
    }

    @Test
    void theLabRunsAloneUntilItIsInterrupted() throws Exception {
        Process lab = children.start(List.of(), "lab");
        URI url = URI.create(lab.inputReader().readLine() + "/status/204");
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
        assertThat(connection.getResponseCode()).isEqualTo(204);
        ChildProcesses.interrupt(lab);
        assertThat(lab.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(lab.exitValue()).isEqualTo(130);
        assertThat(children.err()).isEmpty();
    }

    @Test
    void aPortInUseIsReportedInASentence() throws Exception {
        Process first = children.start(List.of(), "lab");
        int port = URI.create(first.inputReader().readLine()).getPort();
        Process second = children.start(List.of(), "lab", "--port", "" + port);
        assertThat(second.waitFor()).isEqualTo(2);
        assertThat(children.err().lines())
                .hasSize(1)
                .allMatch(line -> line.contains("port " + port));
    }

    @Test
    void theDemoNeedsNoJavaFx() throws Exception {
        Process demo = children.start(List.of("-Xlog:class+load:file=classes.log"), "demo");
        String out = ChildProcesses.out(demo);
        assertThat(demo.waitFor()).isZero();
        assertThat(out).contains("blocked-loop").contains("Wrote overlap-demo.png.");
        assertThat(Files.readAllLines(folder.resolve("classes.log")))
                .hasSizeGreaterThan(1_000)
                .noneMatch(line -> line.contains("javafx") || line.contains("com.sun.glass"));
    }
}
