package dev.overlap.bench;

import dev.overlap.engine.Engine;
import dev.overlap.engine.Run;
import dev.overlap.lab.Lab;
import dev.overlap.model.Model;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.trace.Statistics;
import dev.overlap.trace.Trace;

import java.util.Arrays;
import java.util.Locale;

/** The wall time of each model on four sites of the lab, beside what it cannot go below. */
final class Models implements Benchmark {

    private static final int[] DELAYS = {300, 200, 400, 250};
    private static final int ROUNDS = 9;

    @Override
    public String name() {
        return "models";
    }

    @Override
    public void run() throws Exception {
        System.out.printf(
                "Four sites of the lab that take %s ms; %d runs each, milliseconds.%n",
                Arrays.toString(DELAYS), ROUNDS);
        System.out.printf(
                "%-14s %8s %8s %8s   %s%n",
                "model", "median", "least", "most", "longest task alone, sum of work (median)");
        try (Lab lab = Lab.start();
                Engine engine = new Engine(lab.uri())) {
            for (Model model : Model.all()) {
                measure(model.id(), engine);
            }
        }
    }

    private static void measure(String model, Engine engine) throws Exception {
        double[] walls = new double[ROUNDS];
        double[] longest = new double[ROUNDS];
        double[] sums = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            Trace trace = trace(model, engine);
            Statistics figures = Statistics.of(trace, trace.wallNanos());
            walls[round] = figures.wallNanos() / 1e6;
            longest[round] = figures.longestNanos() / 1e6;
            sums[round] = figures.workNanos() / 1e6;
        }
        Quantiles wall = new Quantiles(walls);
        System.out.printf(
                Locale.ROOT,
                "%-14s %8.1f %8.1f %8.1f   %.1f, %.1f%n",
                model,
                wall.at(0.5),
                wall.at(0),
                wall.at(1),
                new Quantiles(longest).at(0.5),
                new Quantiles(sums).at(0.5));
    }

    private static Trace trace(String model, Engine engine) throws Exception {
        StringBuilder sites = new StringBuilder();
        for (int delay : DELAYS) {
            sites.append("lab:/delay/").append(delay).append('\n');
        }
        Plan plan = new Plan(SiteList.parse(sites.toString()), model, Settings.DEFAULT);
        Run run = engine.start(plan);
        run.done().toCompletableFuture().get();
        return run.trace();
    }
}
