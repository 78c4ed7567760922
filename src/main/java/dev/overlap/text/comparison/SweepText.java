package dev.overlap.text.comparison;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.WorkerSweep;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;

import java.util.List;

/**
 * The conclusion of a sweep in plain sentences: up to which number of workers there was a gain.
 *
 * <p>Threads: any. A pure function of its argument.
 */
final class SweepText {

    private final Comparison comparison;
    private final WorkerSweep workerSweep;
    private final boolean limits;

    private SweepText(Comparison comparison) {
        this.comparison = comparison;
        this.workerSweep = WorkerSweep.of(comparison);
        this.limits = WorkerSweep.isOfLimits(comparison);
    }

    /** Returns the conclusion from the results so far of a {@linkplain WorkerSweep#is sweep}. */
    static String of(Comparison comparison) {
        return new SweepText(comparison).text();
    }

    private String text() {
        if (workerSweep.points().isEmpty()) {
            return ComparisonText.nothing(comparison);
        }
        return ComparisonText.joined(
                result(),
                slower(),
                failing(),
                ComparisonText.leftOut(comparison),
                ComparisonText.rule(comparison));
    }

    private String result() {
        List<WorkerSweep.Point> fair = fair();
        WorkerSweep.Point first = fair.getFirst();
        if (fair.size() == 1) {
            return name() + " took " + DurationFormat.text(first.medianNanos()) + with(first) + ".";
        }
        if (knee().equals(first)) {
            String more = limits ? "more tasks at once" : "more workers";
            return name() + " did not gain clearly from " + more + " than " + used(first) + ".";
        }
        return name() + " gained clearly up to " + workers(knee()) + speedUp(first) + rest(fair);
    }

    private String speedUp(WorkerSweep.Point first) {
        double speedUp = (double) first.medianNanos() / knee().medianNanos();
        double ideal = (double) used(knee()) / used(first);
        return ", %s times as fast as with %d (ideal would be %s)"
                .formatted(NumberFormats.factor(speedUp), used(first), NumberFormats.factor(ideal));
    }

    private String rest(List<WorkerSweep.Point> fair) {
        int tasks = ComparisonText.tasks(comparison);
        if (!knee().equals(fair.getLast())) {
            return "; more brought no clear gain.";
        }
        return knee().workers() < tasks
                ? "; more were not tried."
                : (limits
                                ? "; more there are not, with "
                                : "; more would have nothing to do, with ")
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
        int min = workerSweep.minUndone();
        int max = workerSweep.points().stream().mapToInt(WorkerSweep.Point::undone).max().orElse(0);
        List<String> failing =
                workerSweep.points().stream()
                        .filter(point -> point.undone() > min)
                        .map(point -> Integer.toString(point.workers()))
                        .toList();
        if (max == 0) {
            return "";
        }
        String undone = ComparisonText.undone(max, comparison);
        return failing.isEmpty()
                ? "In every case " + undone + ", so the times are those of incomplete runs."
                : "With "
                        + ComparisonText.list(failing)
                        + " "
                        + undone
                        + ", so that is left out: a run that fails early is not fast.";
    }

    private List<WorkerSweep.Point> fair() {
        int min = workerSweep.minUndone();
        return workerSweep.points().stream().filter(point -> point.undone() == min).toList();
    }

    private WorkerSweep.Point knee() {
        return workerSweep.points().get(workerSweep.knee());
    }

    private String name() {
        return "\"" + workerSweep.model() + "\"";
    }

    private String with(WorkerSweep.Point point) {
        return " with " + workers(point);
    }

    private String workers(WorkerSweep.Point point) {
        return ComparisonText.workers(used(point), limits);
    }

    /** The number of workers that had a task: no more than there were tasks. */
    private int used(WorkerSweep.Point point) {
        return Math.min(point.workers(), ComparisonText.tasks(comparison));
    }
}
