package dev.overlap.bench;

import dev.overlap.engine.Engine;
import dev.overlap.engine.LabAccess;
import dev.overlap.engine.Network;
import dev.overlap.engine.Run;
import dev.overlap.lab.Lab;
import dev.overlap.plan.Connections;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.trace.Statistics;
import dev.overlap.trace.Trace;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Very many sites of 300 ms at once: how near the wall comes to the 300 ms of a single one. */
final class Many implements Benchmark {

    private static final int DELAY_MILLIS = 300;
    private static final List<String> MODELS = List.of("virtual-threads", "event-loop");

    private final String name;
    private final int tasks;
    private final int rounds;
    private final Lodging lodging;

    private Many(String name, int tasks, int rounds, Lodging lodging) {
        this.name = name;
        this.tasks = tasks;
        this.rounds = rounds;
        this.lodging = lodging;
    }

    /** A thousand, and the lab in this process, as in the window. */
    static Many besideItsLab() {
        return new Many("many", 1_000, 9, Many::inside);
    }

    /** Ten thousand, which two ends in one process could hardly hold. */
    static Many withLabApart() {
        return new Many("many10000", 10_000, 3, Many::apart);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void run() throws Exception {
        String shortage = Machine.shortage(tasks);
        if (!shortage.isEmpty()) {
            System.out.println(shortage);
            return;
        }
        System.out.printf(
                "%d sites of %d ms at once; %d runs after %d that are not counted; %s.%n",
                tasks, DELAY_MILLIS, rounds, warmUp(), Machine.words());
        lodging.openFor(this::measureAll);
    }

    private void measureAll(LabAccess lab) throws Exception {
        try (Engine engine = new Engine(lab, Network.system())) {
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
                Machine.load());
    }

    private int warmUp() {
        return rounds;
    }

    private double wallMillis(String model, boolean warm, Engine engine) throws Exception {
        SiteList sites = SiteList.parse("lab:/delay/" + DELAY_MILLIS + " x" + tasks);
        Settings settings =
                Settings.DEFAULT
                        .withTimeout(Duration.ofMinutes(1))
                        .withConnections(Connections.DEFAULT.withWarm(warm));
        Run run = engine.start(new Plan(sites, model, settings));
        run.done().toCompletableFuture().get();
        Trace trace = run.trace();
        Statistics figures = Statistics.of(trace, trace.wallNanos());
        if (figures.answered() < tasks) {
            throw new Unmet(model + ": only " + figures.answered() + " sites were answered.");
        }
        return figures.wallNanos() / 1e6;
    }

    private static void inside(Measurement measurement) throws Exception {
        try (Lab lab = Lab.start()) {
            measurement.with(LabAccess.plain(lab.uri()));
        }
    }

    private static void apart(Measurement measurement) throws Exception {
        try (LabApart lab = new LabApart()) {
            measurement.with(LabAccess.elsewhere(lab.uri()));
        }
    }

    /** Where the lab lives while something is measured. */
    private interface Lodging {
        void openFor(Measurement measurement) throws Exception;
    }

    /** What is measured on a lab. */
    private interface Measurement {
        void with(LabAccess lab) throws Exception;
    }
}
