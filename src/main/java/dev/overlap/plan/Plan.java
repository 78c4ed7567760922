package dev.overlap.plan;

import dev.overlap.plan.address.Address;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Everything that a run depends on. Immutable and thread-safe. Its tasks are created once, on
 * demand.
 */
public final class Plan {

    /** The most tasks of a plan: a site list is not a load test. */
    static final int MAX_TASKS = LineMeaning.MAX_TIMES;

    /** What the ids of models begin with that CPython runs. */
    public static final String PYTHON = "python:";

    private final SiteList sites;
    private final String model;
    private final Settings settings;
    private volatile @Nullable List<Task> tasks;

    /**
     * Creates a plan.
     *
     * @param sites the list, including lines that are not run
     * @param model the id of the concurrency model
     * @param settings the rest
     */
    public Plan(SiteList sites, String model, Settings settings) {
        this.sites = sites;
        this.model = model;
        this.settings = settings;
    }

    /** Returns the list, including lines that are not run. */
    public SiteList sites() {
        return sites;
    }

    /** Returns the id of the concurrency model. */
    public String model() {
        return model;
    }

    /**
     * Returns whether another program runs it, which is watched: one of Python for its model, or
     * any program if it has no model.
     */
    public boolean isWatched() {
        return model.isEmpty() || model.startsWith(PYTHON);
    }

    public Settings settings() {
        return settings;
    }

    /**
     * Returns the settings, without trust in the system's certificates if no site needs it: a run
     * that only uses the lab never checks a certificate.
     */
    public Settings neededSettings() {
        boolean leavesLab = sites.lines().stream().anyMatch(Plan::leavesLab);
        ConnectionSettings connections = settings.connections();
        return settings.withConnections(
                connections.withTrustSystem(connections.trustSystem() && leavesLab));
    }

    private static boolean leavesLab(SiteLine line) {
        LineMeaning.Entry entry = line.entry();
        return entry != null
                && entry.on()
                && entry.steps().targets().stream().anyMatch(to -> to instanceof Address.Web);
    }

    /**
     * Returns the tasks of this plan, in the order of the list, repeated as lines and settings
     * specify.
     *
     * @throws IllegalArgumentException if there are more than {@value #MAX_TASKS}
     */
    public List<Task> tasks() {
        List<Task> made = tasks;
        if (made == null) { // a race between two threads is harmless: the lists are equal
            made = makeTasks();
            tasks = made;
        }
        return made;
    }

    /**
     * Returns what the tasks share, in the order in which the list first names it; the places of a
     * queue are its size.
     */
    public List<Resource> resources() {
        return sites.resources();
    }

    private List<Task> makeTasks() {
        List<Task> round = oneRound();
        if ((long) round.size() * settings.repeat() > MAX_TASKS) {
            throw tooMany();
        }
        return IntStream.range(0, round.size() * settings.repeat())
                .mapToObj(index -> round.get(index % round.size()).at(index))
                .toList();
    }

    private List<Task> oneRound() {
        List<Task> round = new ArrayList<>();
        for (int line = 0; line < sites.lines().size(); line++) {
            LineMeaning.Entry entry = sites.lines().get(line).entry();
            if (entry != null && entry.on()) {
                add(entry, line, round);
            }
        }
        return round;
    }

    private static void add(LineMeaning.Entry entry, int line, List<Task> round) {
        if (round.size() + entry.times() > MAX_TASKS) {
            throw tooMany();
        }
        for (int time = 0; time < entry.times(); time++) {
            round.add(new Task(round.size(), entry.steps(), line));
        }
    }

    private static IllegalArgumentException tooMany() {
        return new IllegalArgumentException(
                "This list would make more than "
                        + MAX_TASKS
                        + " tasks. Repeat it, or its lines, less often.");
    }

    /** Compares plans by their content. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Plan that
                && sites.equals(that.sites)
                && model.equals(that.model)
                && settings.equals(that.settings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(sites, model, settings);
    }

    @Override
    public String toString() {
        return "Plan[" + model + ", " + settings + ", " + sites + "]";
    }
}
