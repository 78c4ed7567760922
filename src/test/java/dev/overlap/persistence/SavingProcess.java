package dev.overlap.persistence;

import com.fasterxml.jackson.annotation.JsonFormat;

import kotlin.KotlinVersion;

import okhttp3.HttpUrl;

import okio.ByteString;

import org.slf4j.Logger;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A separate process that saves two large states in turn, as fast as it can, until it is killed.
 */
final class SavingProcess implements AutoCloseable {

    /** The states to save; a nested class, so that a child that is given texts does not load it. */
    static final class Large {
        static final WindowState ONE = States.large("one.example", 3_000);
        static final WindowState TWO = States.large("two.example", 5_000);

        private Large() {}
    }

    private final Process process;

    private SavingProcess(Process process) {
        this.process = process;
    }

    /**
     * The main program of the child.
     *
     * @param args the folder, and two files with the texts of the states. Without the files the
     *     child opens its folder and creates the texts as a window does, which takes six times as
     *     long
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        if (args.length == 1) {
            StateStore store = StateLoader.open(States.folders(folder)).store();
            saveInTurn(() -> store.save(Large.ONE), () -> store.save(Large.TWO));
        } else {
            StateFile file = new StateFile(folder, 1);
            StateStore store =
                    StateStore.at(new StateStore.Claim(file, Objects.requireNonNull(file.lock())));
            byte[] one = Files.readAllBytes(Path.of(args[1]));
            byte[] two = Files.readAllBytes(Path.of(args[2]));
            saveInTurn(() -> store.replace(one), () -> store.replace(two));
        }
    }

    private static void saveInTurn(Supplier<SaveResult> one, Supplier<SaveResult> two) {
        check(one.get());
        System.out.println("saving");
        while (true) {
            check(two.get());
            check(one.get());
        }
    }

    private static void check(SaveResult result) {
        if (result instanceof SaveResult.NotKept(String sentence)) {
            System.out.println(sentence);
            System.exit(1);
        }
    }

    /** Starts a process with these arguments and waits until it has saved for the first time. */
    static SavingProcess start(Path... arguments) throws IOException {
        Stream<String> java =
                Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", // for a quick start, as it lives only for a
                        // moment
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-Xmx128m",
                        "-Dslf4j.internal.verbosity=ERROR", // nothing is logged there
                        "-cp",
                        classPath(),
                        SavingProcess.class.getName());
        List<String> command =
                Stream.concat(java, Stream.of(arguments).map(Path::toString)).toList();
        SavingProcess child =
                new SavingProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
        child.awaitFirstSave();
        return child;
    }

    private void awaitFirstSave() throws IOException {
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null || !line.equals("saving")) {
            String rest = out.lines().collect(Collectors.joining("\n"));
            throw new IOException("The child does not save: " + line + "\n" + rest);
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
                        .map(SavingProcess::home);
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
