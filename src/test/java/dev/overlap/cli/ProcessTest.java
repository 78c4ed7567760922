package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program as people start it: a process of its own, with the real lab and engine. */
@Timeout(120)
class ProcessTest {

    @TempDir private Path folder;
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endWhatWasStarted() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void runsAListOnTheLab() throws Exception {
        Process run =
                start(List.of(), "run", "--model", "event-loop", "--site", "lab:/delay/50 x3");
        List<String> out = out(run).lines().toList();
        assertThat(run.waitFor()).isZero();
        assertThat(out.subList(0, 3)).allMatch(line -> line.startsWith("lab:/delay/50: 200, "));
        assertThat(err()).isEmpty();
    }

    @Test
    void anInterruptWritesWhatThereIsAndGives130() throws Exception {
        Process run =
                start(
                        List.of(),
                        ("run --model event-loop --site lab:/delay/0 --site lab:/hang"
                                        + " --timeout 1m --out a.csv --out a.png")
                                .split(" "));
        BufferedReader out = run.inputReader();
        assertThat(out.readLine()).startsWith("lab:/delay/0: 200");
        interrupt(run);
        assertThat(out.lines().toList()).anyMatch(line -> line.endsWith("0 failed, 1 cancelled"));
        assertThat(run.waitFor()).isEqualTo(130);
        assertThat(Files.readString(folder.resolve("a.csv"))).contains("answered", "cancelled");
        assertThat(folder.resolve("a.png")).isNotEmptyFile();
        assertThat(err()).isEmpty();
    }

    @Test
    void theLabServesAloneUntilItIsInterrupted() throws Exception {
        Process lab = start(List.of(), "lab");
        URI url = URI.create(lab.inputReader().readLine() + "/status/204");
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
        assertThat(connection.getResponseCode()).isEqualTo(204);
        interrupt(lab);
        assertThat(lab.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(lab.exitValue()).isEqualTo(130);
        assertThat(err()).isEmpty();
    }

    @Test
    void aPortThatIsTakenIsToldInASentence() throws Exception {
        Process first = start(List.of(), "lab");
        int port = URI.create(first.inputReader().readLine()).getPort();
        Process second = start(List.of(), "lab", "--port", "" + port);
        assertThat(second.waitFor()).isEqualTo(2);
        assertThat(err().lines()).hasSize(1).allMatch(line -> line.contains("port " + port));
    }

    @Test
    void theDemoNeedsNoJavaFx() throws Exception {
        Process demo = start(List.of("-Xlog:class+load:file=classes.log"), "demo");
        String out = out(demo);
        assertThat(demo.waitFor()).isZero();
        assertThat(out).contains("blocked-loop").contains("Wrote overlap-demo.png.");
        assertThat(Files.readAllLines(folder.resolve("classes.log")))
                .hasSizeGreaterThan(1_000)
                .noneMatch(line -> line.contains("javafx") || line.contains("com.sun.glass"));
    }

    private Process start(List<String> javaOptions, String... words) throws IOException {
        List<String> command = new ArrayList<>(listeningToInterrupts());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        command.addAll(javaOptions);
        command.addAll(List.of("--module-path", System.getProperty("jdk.module.path")));
        command.addAll(List.of("--module", "dev.overlap/dev.overlap.Main"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        builder.redirectError(ProcessBuilder.Redirect.appendTo(errFile().toFile()));
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /**
     * A process that a shell has put in the background ignores interrupts, and so does all that it
     * starts. The tests may themselves run in such a one.
     */
    private static List<String> listeningToInterrupts() {
        return System.getProperty("os.name").equals("Linux")
                ? List.of("/usr/bin/env", "--default-signal=INT")
                : List.of();
    }

    private static void interrupt(Process process) throws Exception {
        Process kill = new ProcessBuilder("kill", "-INT", "" + process.pid()).start();
        assertThat(kill.waitFor()).isZero();
    }

    private static String out(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private Path errFile() {
        return folder.resolve("err.txt");
    }

    private String err() throws IOException {
        return Files.readString(errFile());
    }
}
