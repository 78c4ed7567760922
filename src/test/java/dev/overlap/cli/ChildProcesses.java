package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts the program in child processes, which end with the test. */
final class ChildProcesses implements AutoCloseable {

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final List<Process> started = new ArrayList<>();

    /** Creates an instance whose children work in a folder and log to {@code state} inside it. */
    ChildProcesses(Path folder) {
        this.folder = folder;
        environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
    }

    /** Sets an environment variable for all children started later. */
    void put(String name, String value) {
        environment.put(name, value);
    }

    Process start(List<String> javaOptions, String... words) throws IOException {
        return start("dev.overlap.Main", javaOptions, words);
    }

    /** Starts the program through the main method of a test class. */
    Process startBy(Class<?> main, String... words) throws IOException {
        return start(
                main.getName(), List.of("--patch-module", "dev.overlap=" + folderOf(main)), words);
    }

    private static Path folderOf(Class<?> type) {
        Path folder = Path.of(URI.create(type.getResource(type.getSimpleName() + ".class") + ""));
        for (int i = Path.of(type.getName().replace('.', '/')).getNameCount(); i > 0; i--) {
            folder = folder.getParent();
        }
        return folder;
    }

    private Process start(String main, List<String> javaOptions, String... words)
            throws IOException {
        List<String> command = new ArrayList<>(acceptingInterrupts());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        command.addAll(javaOptions);
        command.addAll(List.of("--module-path", System.getProperty("jdk.module.path")));
        command.addAll(List.of("--module", "dev.overlap/" + main));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.appendTo(errFile().toFile()));
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /**
     * Returns a command prefix that makes a child react to interrupts. A process that a shell runs
     * in the background ignores them, and so do its children; the tests may run in such a process.
     */
    private static List<String> acceptingInterrupts() {
        return System.getProperty("os.name").equals("Linux")
                ? List.of("/usr/bin/env", "--default-signal=INT")
                : List.of();
    }

    static void interrupt(Process process) throws Exception {
        Process kill = new ProcessBuilder("kill", "-INT", "" + process.pid()).start();
        assertThat(kill.waitFor()).isZero();
    }

    /** Returns everything that a child prints until its end. */
    static String out(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Returns everything that the children have printed on standard error. */
    String err() throws IOException {
        return Files.readString(errFile());
    }

    private Path errFile() {
        return folder.resolve("err.txt");
    }

    @Override
    public void close() {
        started.forEach(Process::destroyForcibly);
    }
}
