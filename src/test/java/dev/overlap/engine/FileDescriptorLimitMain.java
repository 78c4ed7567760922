package dev.overlap.engine;

import dev.overlap.concurrency.Run;
import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.engine.request.LabEndpoint;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LongSummaryStatistics;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * An engine in a separate process, so that a test can limit its file descriptors. Runs more tasks
 * than it can open connections, then a few, and prints the outcome of each.
 */
final class FileDescriptorLimitMain {

    private FileDescriptorLimitMain() {}

    /**
     * Prints a line per task.
     *
     * @param words the URI of a lab in another process, the model, and the number of tasks that is
     *     too large
     */
    public static void main(String[] words) throws Exception {
        loadClasses();
        LabEndpoint lab = LabEndpoint.elsewhere(URI.create(words[0]));
        try (Engine engine = new Engine(lab, NetworkAccess.system())) {
            run(engine, words[1], "lab:/delay/1 x" + words[2]);
        } catch (IllegalArgumentException e) {
            System.out.println("refused " + e.getMessage());
        }
        try (Engine engine =
                new Engine(lab, NetworkAccess.system(), FileDescriptorLimitMain::many)) {
            // loads the JDK classes that a failure needs
            run(engine, words[1], "http://127.0.0.1:1/");
            Trace crowd = run(engine, words[1], "lab:/delay/1500 x" + words[2]);
            print("crowd", crowd);
            System.out.println("failing took ms: " + millisOfFailures(crowd));
            print("later", run(engine, words[1], "lab:/delay/1 x3"));
        }
    }

    /**
     * Loads classes in advance: a JVM opens a file for each class in a folder, and a failure to
     * load one would hide the failure of the task.
     */
    private static void loadClasses() throws IOException, ClassNotFoundException {
        Path classes = Path.of("target", "classes"); // without the tests, which need JUnit
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(FileDescriptorLimitMain::isOfARun).toList()) {
                String name = classes.relativize(file).toString();
                Class.forName(name.substring(0, name.length() - 6).replace('/', '.'));
            }
        }
    }

    private static boolean isOfARun(Path file) {
        return file.toString()
                .matches(
                        ".*/dev/overlap/(engine|trace|plan|concurrency|proxy|httpcore)/.+\\.class");
    }

    /** Returns a limit with which the engine does not refuse the run. */
    private static FileDescriptorLimit many() {
        return new FileDescriptorLimit(Long.MAX_VALUE, 0);
    }

    private static Trace run(Engine engine, String model, String line) throws Exception {
        Settings settings = Settings.DEFAULT.withWorkers(Settings.MAX_WORKERS);
        Run run = engine.start(new Plan(SiteList.parse(line), model, settings));
        run.done().toCompletableFuture().get(60, TimeUnit.SECONDS);
        return run.trace();
    }

    private static void print(String name, Trace trace) {
        for (TaskTrack task : trace.tasks()) {
            System.out.println(name + " " + words(task));
        }
    }

    private static long millisOfFailures(Trace trace) {
        LongSummaryStatistics ends =
                trace.tasks().stream()
                        .filter(task -> task.outcome() instanceof Outcome.Failed)
                        .mapToLong(TaskTrack::endNanos)
                        .summaryStatistics();
        return TimeUnit.NANOSECONDS.toMillis(ends.getMax() - ends.getMin());
    }

    private static String words(TaskTrack task) {
        return task.outcome() instanceof Outcome.Failed(var kind, var sentence)
                ? kind + " " + sentence
                : String.valueOf(task.outcome());
    }
}
