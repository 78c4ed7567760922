package dev.overlap.bench;

import dev.overlap.concurrency.Run;
import dev.overlap.engine.Engine;
import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.engine.request.LabEndpoint;
import dev.overlap.lab.Lab;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.Statistics;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Very many sites of 300 ms at once: how near the wall comes to the 300 ms of a single one. */
final class ManyRequests implements Benchmark {

    private static final int DELAY_MILLIS = 300;
    private static final List<String> MODELS = List.of("virtual-threads", "event-loop");

    private final String name;
    private final int tasks;
    private final int rounds;
    private final Lodging lodging;

    private ManyRequests(String name, int tasks, int rounds, Lodging lodging) {
        this.name = name;
        this.tasks = tasks;
        this.rounds = rounds;
        this.lodging = lodging;
    }

    /** A thousand, and the lab in this process, as in the window. */
    static ManyRequests besideItsLab() {
        return new ManyRequests("many", 1_000, 9, ManyRequests::inside);
    }

    /** Ten thousand, which two ends in one process could hardly hold. */
    static ManyRequests withLabApart() {
        return new ManyRequests("many10000", 10_000, 3, ManyRequests::apart);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void run() throws Exception {
        String shortage = MachineDescription.shortage(tasks);
        if (!shortage.isEmpty()) {
            System.out.println(shortage);
            return;
        }
        System.out.printf(
                "%d sites of %d ms at once; %d runs after %d that are not counted; %s.%n",
                tasks, DELAY_MILLIS, rounds, warmUp(), MachineDescription.words());
        lodging.openFor(this::measureAll);
    }

    private void measureAll(LabEndpoint lab) throws Exception {
        try (Engine engine = new Engine(lab, NetworkAccess.system())) {
            for (String model : MODELS) {
                measure(model, false, engine);
            }
            for (String model : MODELS) {
                measure(model, true, engine);
            }
        }
    }

    /** Cold, each task opens its connection, and the lab takes it; warm, that is done before. */
    private void measure(String model, boolean warm, Engine engine) throws Exception {
        String contender = model + (warm ? ", warm" : ", cold");
        double[] walls = new double[rounds];
        for (int round = -warmUp(); round < rounds; round++) {
            double wall = wallMillis(model, warm, engine);
            System.err.printf(Locale.ROOT, "%s: %.0f ms%n", contender, wall);
            if (round >= 0) {
                walls[round] = wall;
            }
        }
        Quantiles wall = new Quantiles(walls);
        System.out.printf(
                Locale.ROOT,
                "%-22s best %5.0f ms, %.2f x %d ms; median %5.0f ms, %.2f x; most %5.0f ms; load"
                        + " %s%n",
                contender,
                wall.at(0),
                wall.at(0) / DELAY_MILLIS,
                DELAY_MILLIS,
                wall.at(0.5),
                wall.at(0.5) / DELAY_MILLIS,
                wall.at(1),
                MachineDescription.load());
    }

    private int warmUp() {
        return rounds;
    }

    private double wallMillis(String model, boolean warm, Engine engine) throws Exception {
        SiteList sites = SiteList.parse("lab:/delay/" + DELAY_MILLIS + " x" + tasks);
        Settings settings =
                Settings.DEFAULT
                        .withTimeout(Duration.ofMinutes(1))
                        .withConnections(ConnectionSettings.DEFAULT.withWarm(warm));
        Run run = engine.start(new Plan(sites, model, settings));
        run.done().toCompletableFuture().get();
        Trace trace = run.trace();
        Statistics figures = Statistics.of(trace, trace.wallNanos());
        if (figures.answered() < tasks) {
            throw new RequirementNotMet(
                    model + ": only " + figures.answered() + " sites were answered.");
        }
        return figures.wallNanos() / 1e6;
    }

    private static void inside(Measurement measurement) throws Exception {
        try (Lab lab = Lab.start()) {
            measurement.with(LabEndpoint.plain(lab.uri()));
        }
    }

    private static void apart(Measurement measurement) throws Exception {
        try (LabProcess lab = new LabProcess()) {
            measurement.with(LabEndpoint.elsewhere(lab.uri()));
        }
    }

    /** Where the lab lives while something is measured. */
    private interface Lodging {
        void openFor(Measurement measurement) throws Exception;
    }

    /** What is measured on a lab. */
    private interface Measurement {
        void with(LabEndpoint lab) throws Exception;
    }
}
