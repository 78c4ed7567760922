package dev.overlap.paint;

import dev.overlap.compare.Comparison;
import dev.overlap.compare.Sweep;

import java.util.List;
import java.util.Locale;

/**
 * What a sweep says, in plain sentences: up to which number of workers more of them paid.
 *
 * <p>Threads: any. A pure function of its argument.
 */
final class SweepWords {

    private final Comparison comparison;
    private final Sweep sweep;

    private SweepWords(Comparison comparison) {
        this.comparison = comparison;
        this.sweep = Sweep.of(comparison);
    }

    /** The conclusion from what was measured so far of a {@linkplain Sweep#is sweep}. */
    static String of(Comparison comparison) {
        return new SweepWords(comparison).text();
    }

    private String text() {
        if (sweep.points().isEmpty()) {
            return RunsWords.nothing(comparison);
        }
        return RunsWords.joined(result(), slower(), failing(), RunsWords.rule(comparison));
    }

    private String result() {
        List<Sweep.Point> fair = fair();
        Sweep.Point first = fair.getFirst();
        if (fair.size() == 1) {
            return name() + " took " + Durations.text(first.medianNanos()) + with(first) + ".";
        }
        if (knee().equals(first)) {
            return name() + " gained nothing clear from more workers than " + first.workers() + ".";
        }
        return name() + " gained clearly up to " + workers(knee()) + gain(first) + rest(fair);
    }

    private String gain(Sweep.Point first) {
        double gain = (double) first.medianNanos() / knee().medianNanos();
        double ideal = (double) knee().workers() / first.workers();
        return String.format(
                Locale.ROOT,
                ", %.1f times as fast as with %d (ideal would be %.1f)",
                gain,
                first.workers(),
                ideal);
    }

    private String rest(List<Sweep.Point> fair) {
        int tasks = RunsWords.tasks(comparison);
        if (!knee().equals(fair.getLast())) {
            return "; more brought no clear gain.";
        }
        return knee().workers() < tasks
                ? "; more were not tried."
                : "; more would have nothing to do, with " + Counts.text(tasks, "task") + ".";
    }

    private String slower() {
        List<String> slower =
                fair().stream()
                        .filter(point -> point.workers() > knee().workers())
                        .filter(point -> knee().spread().isClearlyFasterThan(point.spread()))
                        .map(point -> Integer.toString(point.workers()))
                        .toList();
        return slower.isEmpty()
                ? ""
                : "With " + RunsWords.list(slower) + " it was clearly slower again.";
    }

    private String failing() {
        int least = sweep.leastUndone();
        int most = sweep.points().stream().mapToInt(Sweep.Point::undone).max().orElse(0);
        List<String> failing =
                sweep.points().stream()
                        .filter(point -> point.undone() > least)
                        .map(point -> Integer.toString(point.workers()))
                        .toList();
        if (most == 0) {
            return "";
        }
        String undone = RunsWords.undone(most, comparison);
        return failing.isEmpty()
                ? "In all of them " + undone + ", so the times tell of runs that were not whole."
                : "With "
                        + RunsWords.list(failing)
                        + " "
                        + undone
                        + ", so that is left out: a run that fails early is not fast.";
    }

    private List<Sweep.Point> fair() {
        int least = sweep.leastUndone();
        return sweep.points().stream().filter(point -> point.undone() == least).toList();
    }

    private Sweep.Point knee() {
        return sweep.points().get(sweep.knee());
    }

    private String name() {
        return "\"" + sweep.model() + "\"";
    }

    private static String with(Sweep.Point point) {
        return " with " + workers(point);
    }

    private static String workers(Sweep.Point point) {
        return Counts.text(point.workers(), "worker");
    }
}
