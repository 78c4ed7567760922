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

/** Starts the program as people do, in processes of its own that end with the test. */
final class ChildProcesses implements AutoCloseable {

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final List<Process> started = new ArrayList<>();

    /** Children that work in a folder, and keep their log in {@code state} below it. */
    ChildProcesses(Path folder) {
        this.folder = folder;
        environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
    }

    /** Sets a variable for all children to come. */
    void put(String name, String value) {
        environment.put(name, value);
    }

    Process start(List<String> javaOptions, String... words) throws IOException {
        return start("dev.overlap.Main", javaOptions, words);
    }

    /** Starts the program as a class of the tests begins it. */
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
        List<String> command = new ArrayList<>(listeningToInterrupts());
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
     * A process that a shell has put in the background ignores interrupts, and so does all that it
     * starts. The tests may themselves run in such a one.
     */
    private static List<String> listeningToInterrupts() {
        return System.getProperty("os.name").equals("Linux")
                ? List.of("/usr/bin/env", "--default-signal=INT")
                : List.of();
    }

    static void interrupt(Process process) throws Exception {
        Process kill = new ProcessBuilder("kill", "-INT", "" + process.pid()).start();
        assertThat(kill.waitFor()).isZero();
    }

    /** All that a child prints until its end. */
    static String out(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** All that the children have said on their error streams. */
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
