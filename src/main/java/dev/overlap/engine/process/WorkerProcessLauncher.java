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
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Starts this program again as a worker process, with the {@code java} of this runtime. A runtime
 * image contains the program; otherwise it is loaded from this process's module path, used as a
 * class path: a worker needs a tenth of the modules, and resolving all of them takes a quarter of a
 * second longer.
 *
 * <p>The process receives its {@link WorkerCredentials} on standard input; a thread reads what it
 * prints. JVM options in the environment apply to it, too: a process that cannot start with them
 * says so, and is quoted.
 */
public final class WorkerProcessLauncher {

    /** The command line argument that makes this program a worker process. */
    public static final String ARGUMENT = "worker-process";

    private static final String MODULE = "dev.overlap";
    private static final String MAIN = MODULE + ".Main";

    /** Below the home of a runtime image; a process starts without it where it does not fit. */
    private static final String CACHE = "lib/overlap.aot";

    /** In which the virtual machine and its launcher look for options. */
    private static final List<String> OPTION_VARIABLES =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private static final Pattern OTHER_ARCHIVES = Pattern.compile("-Xshare:|-XX:(Shared|AOT)");

    private static final Duration MAX_WAIT = Duration.ofMillis(500);

    /** Options for a quick start and a small heap. */
    private static final List<String> OPTIONS =
            List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xms64m", // one from the environment could exceed -Xmx
                    "-Xmx128m",
                    "-XX:-UsePerfData",
                    "-Djava.awt.headless=true");

    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcessLauncher.class);

    private final Process process;
    private final WorkerOutputReader output;

    private WorkerProcessLauncher(Process process, String name) {
        this.process = process;
        output = WorkerOutputReader.start(process.inputReader(), name);
    }

    /**
     * Starts a process.
     *
     * @param credentials the credentials to pass to it
     * @throws IOException if the system cannot start it
     */
    static WorkerProcessLauncher start(String name, WorkerCredentials credentials)
            throws IOException {
        Process process = new ProcessBuilder(command()).redirectErrorStream(true).start();
        try {
            WorkerProcessLauncher launch = new WorkerProcessLauncher(process, name);
            launch.sendCredentials(credentials);
            return launch;
        } catch (RuntimeException | Error e) { // no thread for its output
            process.destroyForcibly();
            throw e;
        }
    }

    private void sendCredentials(WorkerCredentials credentials) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(credentials.line());
        } catch (IOException e) {
            LOG.debug("process {} ended before it received its credentials", process.pid(), e);
        }
    }

    private static List<String> command() {
        Path home = Path.of(System.getProperty("java.home"));
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin", "java").toString());
        command.addAll(OPTIONS);
        @Nullable String modules = System.getProperty("jdk.module.path");
        if (modules == null) {
            command.addAll(cacheOption(home.resolve(CACHE), System.getenv()));
            command.addAll(List.of("--module", MODULE + "/" + MAIN));
        } else {
            command.add("-Xshare:auto");
            command.addAll(List.of("--class-path", asClassPath(modules), MAIN));
        }
        command.add(ARGUMENT);
        return command;
    }

    /**
     * Returns the option for the cache of loaded classes that a runtime image may contain. Empty if
     * there is none, or if Java would refuse to start with it: its path looks like a list of paths,
     * or the environment chooses other archives of classes.
     */
    static List<String> cacheOption(Path cache, Map<String, String> environment) {
        boolean chosen =
                OPTION_VARIABLES.stream()
                        .map(name -> environment.getOrDefault(name, ""))
                        .anyMatch(options -> OTHER_ARCHIVES.matcher(options).find());
        boolean path = cache.toString().contains(File.pathSeparator);
        return Files.isReadable(cache) && !path && !chosen
                ? List.of("-XX:AOTCache=" + cache)
                : List.of();
    }

    /** Converts a module path to a class path: a folder of modules becomes a wildcard. */
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

    /** Waits a moment for the exit code; empty if the process has not ended. */
    OptionalInt exitCode() throws InterruptedException {
        if (!process.waitFor(MAX_WAIT)) {
            return OptionalInt.empty();
        }
        output.awaitEnd(MAX_WAIT);
        return OptionalInt.of(process.exitValue());
    }

    /** Returns what it printed last on one line of bounded length; empty if nothing. */
    String lastLines() {
        return output.lastLines();
    }
}
