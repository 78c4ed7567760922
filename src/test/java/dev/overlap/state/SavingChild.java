package dev.overlap.state;

import com.fasterxml.jackson.annotation.JsonFormat;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Another Overlap, in a process of its own: it saves two large states in turn, as fast as it can,
 * until it is killed.
 */
final class SavingChild implements AutoCloseable {

    static final State ONE = States.large("one.example", 2_000);
    static final State TWO = States.large("two.example", 3_000);

    private final Process process;

    private SavingChild(Process process) {
        this.process = process;
    }

    /** The program of the child. Its argument is the folder. */
    public static void main(String[] folder) {
        Opened opened = Store.open(States.folders(Path.of(folder[0])));
        save(opened.store(), ONE);
        System.out.println("saving, began with " + opened.state().sites().lines().size());
        while (true) {
            save(opened.store(), TWO);
            save(opened.store(), ONE);
        }
    }

    private static void save(Store store, State state) {
        if (store.save(state) instanceof Saved.NotKept(String sentence)) {
            System.out.println(sentence);
            System.exit(1);
        }
    }

    /** Starts one and waits until it has saved for the first time. */
    static SavingChild start(Path folder) throws IOException {
        // what starts soonest: a child lives for a tenth of a second
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-Xmx128m",
                        "-cp",
                        classPath(),
                        SavingChild.class.getName(),
                        folder.toString());
        SavingChild child =
                new SavingChild(new ProcessBuilder(command).redirectErrorStream(true).start());
        child.awaitFirstSave();
        return child;
    }

    private void awaitFirstSave() throws IOException {
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null || !line.startsWith("saving")) {
            String rest = out.lines().collect(Collectors.joining("\n"));
            throw new IOException("The child does not save: " + line + "\n" + rest);
        }
    }

    Process process() {
        return process;
    }

    /** As {@code kill -9} does it. Returns when the process is gone. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static String classPath() {
        Stream<Path> libraries =
                Stream.of(JsonMapper.class, JsonParser.class, JsonFormat.class)
                        .map(SavingChild::home);
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
