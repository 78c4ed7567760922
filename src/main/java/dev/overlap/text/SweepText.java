package dev.overlap.text;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.WorkerSweep;

import java.util.List;

/**
 * What a sweep says, in plain sentences: up to which number of workers more of them paid.
 *
 * <p>Threads: any. A pure function of its argument.
 */
final class SweepText {

    private final Comparison comparison;
    private final WorkerSweep workerSweep;

    private SweepText(Comparison comparison) {
        this.comparison = comparison;
        this.workerSweep = WorkerSweep.of(comparison);
    }

    /** The conclusion from what was measured so far of a {@linkplain WorkerSweep#is sweep}. */
    static String of(Comparison comparison) {
        return new SweepText(comparison).text();
    }

    private String text() {
        if (workerSweep.points().isEmpty()) {
            return ComparisonText.nothing(comparison);
        }
        return ComparisonText.joined(
                result(), slower(), failing(), ComparisonText.rule(comparison));
    }

    private String result() {
        List<WorkerSweep.Point> fair = fair();
        WorkerSweep.Point first = fair.getFirst();
        if (fair.size() == 1) {
            return name() + " took " + DurationFormat.text(first.medianNanos()) + with(first) + ".";
        }
        if (knee().equals(first)) {
            return name() + " did not gain clearly from more workers than " + first.workers() + ".";
        }
        return name() + " gained clearly up to " + workers(knee()) + gain(first) + rest(fair);
    }

    private String gain(WorkerSweep.Point first) {
        double gain = (double) first.medianNanos() / knee().medianNanos();
        double ideal = (double) knee().workers() / first.workers();
        return ", %s times as fast as with %d (ideal would be %s)"
                .formatted(
                        NumberFormats.factor(gain), first.workers(), NumberFormats.factor(ideal));
    }

    private String rest(List<WorkerSweep.Point> fair) {
        int tasks = ComparisonText.tasks(comparison);
        if (!knee().equals(fair.getLast())) {
            return "; more brought no clear gain.";
        }
        return knee().workers() < tasks
                ? "; more were not tried."
                : "; more would have nothing to do, with "
                        + NumberFormats.count(tasks, "task")
                        + ".";
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
                : "With " + ComparisonText.list(slower) + " it was clearly slower again.";
    }

    private String failing() {
        int least = workerSweep.leastUndone();
        int most =
                workerSweep.points().stream().mapToInt(WorkerSweep.Point::undone).max().orElse(0);
        List<String> failing =
                workerSweep.points().stream()
                        .filter(point -> point.undone() > least)
                        .map(point -> Integer.toString(point.workers()))
                        .toList();
        if (most == 0) {
            return "";
        }
        String undone = ComparisonText.undone(most, comparison);
        return failing.isEmpty()
                ? "In every case " + undone + ", so the times are those of incomplete runs."
                : "With "
                        + ComparisonText.list(failing)
                        + " "
                        + undone
                        + ", so that is left out: a run that fails early is not fast.";
    }

    private List<WorkerSweep.Point> fair() {
        int least = workerSweep.leastUndone();
        return workerSweep.points().stream().filter(point -> point.undone() == least).toList();
    }

    private WorkerSweep.Point knee() {
        return workerSweep.points().get(workerSweep.knee());
    }

    private String name() {
        return "\"" + workerSweep.model() + "\"";
    }

    private static String with(WorkerSweep.Point point) {
        return " with " + workers(point);
    }

    private static String workers(WorkerSweep.Point point) {
        return NumberFormats.count(point.workers(), "worker");
    }
}
