package dev.overlap.bench;

import dev.overlap.concurrency.Run;
import dev.overlap.engine.Engine;
import dev.overlap.lab.Lab;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import java.time.Duration;
import java.util.Locale;

/** How far the wait that the trace shows is from the time that the lab says it really took. */
final class WaitAccuracy implements Benchmark {

    private static final int[] DELAYS = {50, 100, 300};
    private static final int CROWD = 100;

    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public void run() throws Exception {
        System.out.println("Measured wait less the time that the lab really took, milliseconds.");
        System.out.printf(
                "%-8s %8s %8s %8s %8s %8s %8s%n",
                "client", "at once", "delay", "tasks", "median", "99 %", "most");
        try (Lab lab = Lab.start();
                Engine engine = new Engine(lab.uri())) {
            for (int delay : DELAYS) {
                measure("classic", 1, delay, engine);
                measure("async", 1, delay, engine);
                measure("classic", CROWD, delay, engine);
                measure("async", CROWD, delay, engine);
            }
        }
    }

    private static void measure(String client, int atOnce, int delay, Engine engine)
            throws Exception {
        int runs = atOnce == 1 ? 100 : 5;
        double[] errors = new double[runs * atOnce];
        for (int run = 0; run < runs; run++) {
            Trace trace = trace(client, atOnce, delay, engine);
            for (TaskTrack task : trace.tasks()) {
                errors[run * atOnce + task.index()] = error(task);
            }
        }
        Quantiles of = new Quantiles(errors);
        System.out.printf(
                Locale.ROOT,
                "%-8s %8d %8d %8d %8.2f %8.2f %8.2f%n",
                client,
                atOnce,
                delay,
                errors.length,
                of.at(0.5),
                of.at(0.99),
                of.at(1));
    }

    private static double error(TaskTrack task) {
        double wait = task.nanosIn(Phase.WAIT, task.endNanos()) / 1e6;
        return wait - task.exchanges().getFirst().sentAfterMillis();
    }

    private static Trace trace(String client, int atOnce, int delay, Engine engine)
            throws Exception {
        String model = client.equals("async") ? "event-loop" : "thread-pool";
        SiteList sites = SiteList.parse("lab:/delay/" + delay + " x" + atOnce);
        Settings settings = new Settings(atOnce, Duration.ofSeconds(30), 1);
        Run run = engine.start(new Plan(sites, model, settings));
        run.done().toCompletableFuture().get();
        return run.trace();
    }
}
