package dev.overlap.engine;

import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import java.net.URI;
import java.util.concurrent.TimeUnit;

/**
 * An engine in a process of its own, so that a test can take its file descriptors away. Runs more
 * tasks than it can open connections, and then a few, and prints what became of each.
 */
final class FewFiles {

    private FewFiles() {}

    /**
     * Prints a line a task.
     *
     * @param words the URI of a lab in another process, the model, how many tasks are too many
     */
    public static void main(String[] words) throws Exception {
        LabAccess lab = LabAccess.elsewhere(URI.create(words[0]));
        try (Engine engine = new Engine(lab, Network.system())) {
            run(engine, words[1], "lab:/delay/1 x" + words[2]);
        } catch (IllegalArgumentException e) {
            System.out.println("refused " + e.getMessage());
        }
        try (Engine engine = new Engine(lab, Network.system(), FewFiles::many)) {
            // a JVM opens files to load classes: those of failures are to be there by then
            run(engine, words[1], "http://127.0.0.1:1/");
            print("crowd", run(engine, words[1], "lab:/delay/1500 x" + words[2]));
            print("later", run(engine, words[1], "lab:/delay/1 x3"));
        }
    }

    /** What makes the engine go on where it would refuse. */
    private static OpenFiles many() {
        return new OpenFiles(Long.MAX_VALUE, 0);
    }

    private static Trace run(Engine engine, String model, String line) throws Exception {
        Settings settings = Settings.DEFAULT.withWorkers(Settings.MOST_WORKERS);
        Run run = engine.start(new Plan(SiteList.parse(line), model, settings));
        run.done().toCompletableFuture().get(60, TimeUnit.SECONDS);
        return run.trace();
    }

    private static void print(String name, Trace trace) {
        for (TaskTrack task : trace.tasks()) {
            System.out.println(name + " " + words(task));
        }
    }

    private static String words(TaskTrack task) {
        return task.outcome() instanceof Outcome.Failed(var kind, var sentence)
                ? kind + " " + sentence
                : String.valueOf(task.outcome());
    }
}
