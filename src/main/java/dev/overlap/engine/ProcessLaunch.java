package dev.overlap.engine;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Starts this same program once more, as a worker: by the {@code java} of this very runtime. An
 * image holds the program; elsewhere it is taken from where this one came from, its module path.
 * That becomes a class path: a worker needs a tenth of the modules, and to resolve all of them
 * takes a quarter of a second longer.
 *
 * <p>Standard input and output are the pipe. So nothing of the Java machine may print on standard
 * output, and what it says on standard error goes into the log, a line each, read by a thread.
 */
final class ProcessLaunch {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessLaunch.class);
    private static final String MODULE = "dev.overlap";
    private static final String MAIN = MODULE + ".Main";

    /** What makes a Java machine start quickly and stay small, and keeps its standard output. */
    private static final List<String> OPTIONS =
            List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xshare:auto",
                    "-Xmx128m",
                    "-XX:-UsePerfData",
                    "-XX:+DisplayVMOutputToStderr",
                    "-Xlog:disable",
                    "-Xlog:all=warning:stderr",
                    "-Djava.awt.headless=true");

    private final Process process;
    private final String name;
    private volatile @Nullable String lastWords;

    private ProcessLaunch(Process process, String name) {
        this.process = process;
        this.name = name;
    }

    /**
     * Starts a process.
     *
     * @throws IOException if the system will not
     */
    static ProcessLaunch start(String name) throws IOException {
        ProcessLaunch launch = new ProcessLaunch(new ProcessBuilder(command()).start(), name);
        Lookup.daemon(launch::logErrors, name + "-errors").start();
        return launch;
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
        command.add(WorkerProcess.WORD);
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

    /** How it ended, as a person may read it; waits a moment for the system to tell. */
    String ending() throws InterruptedException {
        if (!process.waitFor(Duration.ofMillis(500))) {
            return "it gave no more answers";
        }
        String words = lastWords;
        return "exit code " + process.exitValue() + (words == null ? "" : "; " + words);
    }

    private void logErrors() {
        try (BufferedReader lines = process.errorReader(Charset.defaultCharset())) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                lastWords = line.startsWith("\t") ? lastWords : line; // not where, but what
                LOG.warn("{} says: {}", name, line);
            }
        } catch (IOException e) {
            LOG.debug("what {} had to say was cut off with its end", name, e);
        }
    }
}
