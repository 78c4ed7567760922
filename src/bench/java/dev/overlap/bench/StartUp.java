package dev.overlap.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How long the finished image takes to its first frame, as a ratio to an empty window of the same
 * runtime, and to the end of its commands, beside {@code java -version}; with its cache and without
 * it, in turn, since the machine is not always as fast. Also the memory that it takes.
 *
 * <p>JavaFX itself says when a frame was drawn ({@code javafx.pulseLogger}). Both windows are drawn
 * in software.
 */
final class StartUp implements Benchmark {

    private static final int PAIRS = 20;
    private static final int COMMANDS = 10;
    private static final double MAX_RATIO = 1.4;
    private static final Duration REST = Duration.ofSeconds(3);

    private static final Path IMAGE = Path.of("target", "overlap").toAbsolutePath();
    private static final String JAVA = IMAGE.resolve("bin", "java").toString();
    private static final String OVERLAP = IMAGE.resolve("bin", "overlap").toString();

    private static final String FRAME_OPTIONS = "-Djavafx.pulseLogger=true -Dprism.order=sw";
    private static final String FRAME = "PULSE: 1 ";

    /** The launcher leaves the cache alone where an option chooses something else. */
    private static final String NO_CACHE = " -XX:AOTMode=off";

    private static final List<String> EMPTY =
            List.of(
                    JAVA,
                    "--add-modules",
                    "javafx.controls",
                    "--class-path",
                    Path.of("target", "test-classes").toAbsolutePath().toString(),
                    EmptyWindow.class.getName());

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void run() throws IOException, InterruptedException, RequirementNotMet {
        if (Files.notExists(Path.of(OVERLAP))) {
            throw new RequirementNotMet("There is no image: make it by mvn package.");
        }
        System.out.printf("%s, load %s%n", MachineDescription.words(), MachineDescription.load());
        Path user = Files.createTempDirectory("overlap-start");
        try {
            sizes();
            commands(user);
            memory(user);
            windows(user);
        } finally {
            delete(user);
        }
    }

    private static void sizes() throws IOException {
        try (Stream<Path> files = Files.walk(IMAGE)) {
            double all =
                    files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
            double cache = Files.size(IMAGE.resolve("lib", "overlap.aot"));
            System.out.printf(
                    "image: %.1f MB, of which the cache %.1f MB%n", all / 1e6, cache / 1e6);
        }
    }

    private static void commands(Path user) throws IOException, InterruptedException {
        compared(user, "java -version", List.of(JAVA, "-version"));
        compared(user, "overlap models", List.of(OVERLAP, "models"));
        compared(user, "overlap run, event loop", run("event-loop", 1));
        compared(user, "overlap run, 2 processes", run("process-pool", 2));
    }

    private static List<String> run(String model, int tasks) {
        String site = "lab:/delay/20 x" + tasks;
        return List.of(OVERLAP, "run", "--model", model, "--workers", "2", "--site", site);
    }

    private static void compared(Path user, String name, List<String> command)
            throws IOException, InterruptedException {
        double[] with = new double[COMMANDS];
        double[] without = new double[COMMANDS];
        for (int i = 0; i < COMMANDS; i++) {
            with[i] = seconds(command, environment(user, ""));
            without[i] = seconds(command, environment(user, NO_CACHE));
        }
        System.out.printf(
                "%s: %.2f s, without the cache %.2f s (medians of %d)%n",
                name, median(with), median(without), COMMANDS);
    }

    private static double seconds(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        try (StartedProgram program = new StartedProgram(command, environment)) {
            return program.secondsUntilEnd();
        }
    }

    private static void memory(Path user) throws IOException, InterruptedException {
        try (StartedProgram run =
                new StartedProgram(run("event-loop", 1000), environment(user, ""))) {
            System.out.printf(
                    "memory of a run of 1,000 tasks: %.0f MB at most%n", run.peakMegabytes());
        }
        try (StartedProgram window =
                new StartedProgram(List.of(OVERLAP), environment(user, FRAME_OPTIONS))) {
            double _ = window.secondsUntil(FRAME);
            Thread.sleep(REST);
            System.out.printf(
                    "memory of the window after its start: %.0f MB%n", window.megabytes());
        }
    }

    private static void windows(Path user)
            throws IOException, InterruptedException, RequirementNotMet {
        double[] empty = new double[PAIRS];
        double[] with = new double[PAIRS];
        double[] without = new double[PAIRS];
        OtherCpuLoad before = OtherCpuLoad.now();
        for (int i = 0; i < PAIRS; i++) {
            empty[i] = frame(EMPTY, environment(user, FRAME_OPTIONS));
            with[i] = frame(List.of(OVERLAP), environment(user, FRAME_OPTIONS));
            without[i] = frame(List.of(OVERLAP), environment(user, FRAME_OPTIONS + NO_CACHE));
        }
        double ratio = ratio(with, empty);
        System.out.printf(
                "first frame: empty window %.2f s, Overlap %.2f s, without the cache %.2f s"
                        + " (medians of %d, side by side)%n",
                median(empty), median(with), median(without), PAIRS);
        System.out.printf(
                "ratio to the empty window: %.2f, without the cache %.2f; others took %.0f %% of"
                        + " the processors%n",
                ratio, ratio(without, empty), 100 * OtherCpuLoad.shareSince(before));
        if (ratio > MAX_RATIO) {
            throw new RequirementNotMet(
                    "The window takes more than %.1f times as long as an empty one."
                            .formatted(MAX_RATIO));
        }
    }

    private static double frame(List<String> command, Map<String, String> environment)
            throws IOException {
        try (StartedProgram program = new StartedProgram(command, environment)) {
            return program.secondsUntil(FRAME);
        }
    }

    /** The median of the ratios of each pair. */
    private static double ratio(double[] those, double[] base) {
        double[] ratios = new double[base.length];
        for (int i = 0; i < base.length; i++) {
            ratios[i] = those[i] / base[i];
        }
        return median(ratios);
    }

    private static double median(double[] values) {
        return new Quantiles(values).at(0.5);
    }

    private static Map<String, String> environment(Path user, String options) {
        Map<String, String> environment = new HashMap<>();
        environment.put("XDG_STATE_HOME", user.toString());
        environment.put("LOCALAPPDATA", user.toString());
        if (!options.isBlank()) {
            environment.put("JDK_JAVA_OPTIONS", options.strip());
        }
        return environment;
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path each, IOException fault)
                            throws IOException {
                        Files.delete(each);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
