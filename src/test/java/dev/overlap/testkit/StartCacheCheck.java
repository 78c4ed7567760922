package dev.overlap.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Checks of a finished image that its cache for a quick start is used, by the program and by the
 * worker processes that it starts, and that the program starts in silence without it, with a
 * damaged one and with options that it was not made for.
 */
public final class StartCacheCheck {

    private static final List<String> RUN =
            List.of(
                    "run",
                    "--model",
                    "process-pool",
                    "--workers",
                    "2",
                    "--site",
                    "lab:/delay/5 x4");

    /** A class that each process loads, and that is no part of the JDK. */
    private static final String LOADED = "dev.overlap.engine.process.MessageChannel source: ";

    private static final String FROM_CACHE = "shared objects file";

    /** How many of the classes of a process may come from elsewhere; picocli's are too old. */
    private static final double MAX_MISSING = 0.15;

    private final Path image;
    private final List<String> launcher;
    private final Path folder;

    private StartCacheCheck(Path image, String launcher, Path folder) {
        this.image = image;
        this.launcher = List.of(image.resolve("bin", launcher).toString());
        this.folder = folder;
    }

    /**
     * Checks an image, and fails with a sentence.
     *
     * @param args the folder of the image, and the name of its launcher
     */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("overlap-cache");
        try {
            new StartCacheCheck(Path.of(args[0]), args[1], folder).check();
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void check() throws Exception {
        List<Path> logs = classesLoadedBy(launcher);
        require(logs.size() == 3, "a run with 2 worker processes has 3 processes: " + logs);
        for (Path log : logs) {
            requireCached(log);
        }
        Path cache = image.resolve("lib", "overlap.aot");
        byte[] whole = Files.readAllBytes(cache);
        Path other = folder.resolve("other.aot");
        startsInSilence(folder.resolve("missing.aot"));
        for (int length : new int[] {0, 1000, whole.length / 2, whole.length - 1}) {
            Files.write(other, Arrays.copyOf(whole, length));
            startsInSilence(other);
        }
        byte[] garbage = new byte[1 << 20];
        Arrays.fill(garbage, (byte) 'x');
        Files.write(other, garbage);
        startsInSilence(other);
        for (String foreign :
                List.of("-XX:-UseCompressedOops", "-XX:+UseCompactObjectHeaders", "-Xmx64m")) {
            startsInSilence(cache, foreign);
        }
    }

    private List<Path> classesLoadedBy(List<String> program) throws Exception {
        String log = "-Xlog:class+load:file=" + folder.resolve("loaded-%p.txt");
        start(program, RUN, Map.of("JDK_JAVA_OPTIONS", log));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("loaded-"))
                    .toList();
        }
    }

    private static void requireCached(Path log) throws IOException {
        List<String> lines =
                Files.readAllLines(log).stream().filter(it -> it.contains("source: ")).toList();
        require(
                lines.stream().anyMatch(it -> it.contains(LOADED + FROM_CACHE)),
                "a process did not load its classes from the cache: " + lines.size());
        double cached = lines.stream().filter(it -> it.contains(FROM_CACHE)).count();
        double missing = 1 - cached / lines.size();
        System.out.printf(
                "%,d classes loaded, %.0f %% of them from the cache%n",
                lines.size(), 100 * (1 - missing));
        require(missing < MAX_MISSING, "too few classes come from the cache");
    }

    private void startsInSilence(Path cache, String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of("-XX:AOTCache=" + cache));
        all.addAll(List.of(options));
        String said = versionWith(all);
        require(said.equals(versionWith(List.of())), "it said: " + said);
    }

    private String versionWith(List<String> options) throws Exception {
        List<String> program = new ArrayList<>();
        program.add(image.resolve("bin", "java").toString());
        program.addAll(options);
        program.addAll(List.of("--module", "dev.overlap/dev.overlap.Main"));
        return start(program, List.of("--version"), Map.of());
    }

    private static String start(
            List<String> program, List<String> words, Map<String, String> environment)
            throws Exception {
        List<String> command = new ArrayList<>(program);
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        require(process.waitFor() == 0, command + " failed: " + said);
        return said;
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new IllegalStateException(sentence);
        }
    }
}
