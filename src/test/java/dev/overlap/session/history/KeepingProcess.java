package dev.overlap.session.history;

import com.fasterxml.jackson.annotation.JsonFormat;

import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.session.Recording;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.session.Session;
import dev.overlap.session.log.SessionLogReader;
import dev.overlap.session.log.SessionWriter;
import dev.overlap.testkit.RandomTraces;

import kotlin.KotlinVersion;

import okhttp3.HttpUrl;

import okio.ByteString;

import org.slf4j.Logger;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A separate process that keeps one run after another, as fast as it can, until it is killed. */
final class KeepingProcess implements AutoCloseable {

    /** As many as the history of the process keeps. */
    static final int RUNS = 5;

    private static final int TASKS = 3_000;

    private final Process process;

    /** The sessions that the program writes. */
    private static final class SessionLogs implements SessionCodec {

        @Override
        public void write(Session session, OutputStream out) throws IOException {
            SessionWriter.writeCompressed(session, out);
        }

        @Override
        public Session read(InputStream in) throws IOException {
            return SessionLogReader.read(in);
        }
    }

    private KeepingProcess(Process process) {
        this.process = process;
    }

    /** Returns the history of a folder, as the process has it. */
    static RunHistory history(Path folder) {
        return new RunHistory(
                folder,
                new SessionLogs(),
                (_, _) -> FakeSessions.PICTURE,
                new RetentionRule(RUNS, 100 << 20),
                Clock.systemUTC());
    }

    /**
     * The main program of the child.
     *
     * @param args the folder
     */
    public static void main(String[] args) throws IOException {
        RunHistory history = history(Path.of(args[0]));
        Recording run = run();
        history.pin(history.keep(run), true);
        System.out.println("keeping");
        while (true) {
            history.rename(history.keep(run), "Renamed");
        }
    }

    private static Recording run() {
        List<String> labels =
                IntStream.range(0, TASKS).mapToObj(task -> "https://example.org/" + task).toList();
        return new RecordedRun(
                new Plan(SiteList.EMPTY, "threads", Settings.DEFAULT),
                "Threads",
                Instant.EPOCH,
                RandomTraces.finished(labels, new Random(1)));
    }

    /** Starts a process and waits until it has pinned a run. */
    static KeepingProcess start(Path folder) throws IOException {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", // it lives only for a moment
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-Xmx128m",
                        "-Dslf4j.internal.verbosity=ERROR", // nothing is logged there
                        "-cp",
                        classPath(),
                        KeepingProcess.class.getName(),
                        folder.toString());
        KeepingProcess child =
                new KeepingProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
        child.awaitFirst();
        return child;
    }

    private void awaitFirst() throws IOException {
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null || !line.equals("keeping")) {
            String rest = out.lines().collect(Collectors.joining("\n"));
            throw new IOException("The child keeps nothing: " + line + "\n" + rest);
        }
    }

    Process process() {
        return process;
    }

    /** Kills the process as {@code kill -9} does, and waits for its end. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static String classPath() {
        Stream<Path> libraries =
                Stream.of(
                                JsonMapper.class,
                                JsonParser.class,
                                JsonFormat.class,
                                Logger.class,
                                HttpUrl.class,
                                ByteString.class,
                                KotlinVersion.class)
                        .map(KeepingProcess::home);
        return Stream.concat(
                        Stream.of(Path.of("target", "classes"), Path.of("target", "test-classes")),
                        libraries)
                .map(path -> path.toAbsolutePath().toString())
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
