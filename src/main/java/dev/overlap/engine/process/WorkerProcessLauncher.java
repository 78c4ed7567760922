package dev.overlap.engine.process;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Starts this same program once more, as a worker: by the {@code java} of this very runtime. An
 * image holds the program; elsewhere it is taken from where this one came from, its module path.
 * That becomes a class path: a worker needs a tenth of the modules, and to resolve all of them
 * takes a quarter of a second longer.
 *
 * <p>All that the process is told here is a {@link WorkerCredentials}, on standard input; what it
 * prints is read by a thread. What the environment asks of Java machines is left to it: a process
 * that cannot live with that says so, and is quoted.
 */
public final class WorkerProcessLauncher {

    /** The word on the command line that makes this program a worker. */
    public static final String WORD = "worker-process";

    private static final String MODULE = "dev.overlap";
    private static final String MAIN = MODULE + ".Main";

    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** What makes a Java machine start quickly and stay small. */
    private static final List<String> OPTIONS =
            List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xshare:auto",
                    "-Xms64m", // in place of one in the environment, which may be more than:
                    "-Xmx128m",
                    "-XX:-UsePerfData",
                    "-Djava.awt.headless=true");

    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcessLauncher.class);

    private final Process process;
    private final WorkerOutputReader output;

    private WorkerProcessLauncher(Process process, String name) {
        this.process = process;
        output = WorkerOutputReader.drain(process.inputReader(), name);
    }

    /**
     * Starts a process.
     *
     * @param ticket what it is told
     * @throws IOException if the system will not
     */
    static WorkerProcessLauncher start(String name, WorkerCredentials ticket) throws IOException {
        Process process = new ProcessBuilder(command()).redirectErrorStream(true).start();
        try {
            WorkerProcessLauncher launch = new WorkerProcessLauncher(process, name);
            launch.tell(ticket);
            return launch;
        } catch (RuntimeException | Error e) { // no thread to be had
            process.destroyForcibly();
            throw e;
        }
    }

    private void tell(WorkerCredentials ticket) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(ticket.line());
        } catch (IOException e) {
            LOG.debug("process {} was gone before it was told anything", process.pid(), e);
        }
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        @Nullable String modules = System.getProperty("jdk.module.path");
        if (modules == null) {
            command.addAll(List.of("--module", MODULE + "/" + MAIN));
        } else {
            command.addAll(List.of("--class-path", asClassPath(modules), MAIN));
        }
        command.add(WORD);
        return command;
    }

    /** A module path may name a folder of modules; a class path then wants all that is in it. */
    private static String asClassPath(String modules) {
        return Arrays.stream(modules.split(File.pathSeparator))
                .map(Path::of)
                .map(path -> holdsModules(path) ? path + File.separator + "*" : path.toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean holdsModules(Path path) {
        return Files.isDirectory(path) && Files.notExists(path.resolve("module-info.class"));
    }

    Process process() {
        return process;
    }

    /** Its exit code; waits a moment for the system to tell, and is empty if it does not. */
    OptionalInt exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE)) {
            return OptionalInt.empty();
        }
        output.awaitEnd(PATIENCE);
        return OptionalInt.of(process.exitValue());
    }

    /** What it printed last, on one line of bounded length; empty if it was mute. */
    String lastWords() {
        return output.lastWords();
    }
}
