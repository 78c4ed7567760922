package dev.overlap.comparison;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.ProcessPool;
import dev.overlap.plan.Plan;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One model over several numbers of workers: a view of a comparison of {@link Variant#ofWorkers}.
 *
 * @param model the model as people call it
 * @param points those numbers that were measured, rising
 * @param knee the index of the last point that still brought a clear gain, by the rule of {@link
 *     WallTimeRange}, over the last one that did; the first point if none did, -1 without points.
 *     Points with more undone tasks than the best have no part in it: a run that fails early is not
 *     fast
 */
public record WorkerSweep(String model, List<Point> points, int knee) {

    /** More workers than this are not tried unless somebody asks for them. */
    public static final int MAX_WORKERS = 64;

    /** More processes than this would be felt by whoever else uses the machine. */
    public static final int MAX_PROCESSES = 8;

    /**
     * One number of workers. Times in nanoseconds.
     *
     * @param undone the most tasks that one run left undone: with them its times mean little
     */
    public record Point(
            int workers, long leastNanos, long medianNanos, long mostNanos, int undone) {

        /** The three times in one. */
        public WallTimeRange spread() {
            return new WallTimeRange(leastNanos, medianNanos, mostNanos);
        }
    }

    public WorkerSweep {
        points = List.copyOf(points);
    }

    /** Whether a comparison is of {@link Variant#ofWorkers}. */
    public static boolean is(Comparison comparison) {
        return comparison.entries().stream()
                .map(VariantResult::variant)
                .allMatch(Variant::isOfWorkers);
    }

    /** Reads what was measured so far of a comparison that {@linkplain #is is} one. */
    public static WorkerSweep of(Comparison comparison) {
        List<Point> points =
                comparison.entries().stream()
                        .filter(variantResult -> !variantResult.samples().isEmpty())
                        .map(WorkerSweep::point)
                        .sorted(Comparator.comparingInt(Point::workers))
                        .toList();
        String model = comparison.plan().variants().getFirst().plan().model();
        return new WorkerSweep(ConcurrencyModel.of(model).name(), points, knee(points));
    }

    /** How many tasks the best point left undone in its worst run. */
    public int leastUndone() {
        return leastUndone(points);
    }

    /**
     * The numbers of workers that are worth trying: 1, 2, 4 and so on, up to the first one that
     * gives each task its own worker, and never beyond {@value #MAX_WORKERS}, or {@value
     * #MAX_PROCESSES} processes.
     *
     * @throws IllegalArgumentException with a sentence, if workers are no choice under the plan's
     *     model
     */
    public static List<Integer> workersFor(Plan plan) {
        requireChoice(plan.model());
        int most = plan.model().equals(ProcessPool.ID) ? MAX_PROCESSES : MAX_WORKERS;
        int enough = Math.min(most, Math.max(1, plan.tasks().size()));
        return Stream.iterate(1, workers -> workers < 2 * enough, workers -> workers * 2).toList();
    }

    /**
     * Refuses a model under which the number of workers is no choice.
     *
     * @throws IllegalArgumentException with a sentence that names those under which it is one
     */
    public static void requireChoice(String model) {
        ConcurrencyModel found = ConcurrencyModel.of(model);
        if (!found.hasWorkers()) {
            throw new IllegalArgumentException(
                    "\""
                            + found.name()
                            + "\" has no number of workers to choose, so there is nothing to sweep."
                            + " Choose one of: "
                            + String.join(", ", withWorkers())
                            + ".");
        }
    }

    /**
     * How long it would take with a number of workers, if twice as many workers took half as long
     * from the first point on; in nanoseconds.
     */
    public long idealNanos(int workers) {
        Point first = points.getFirst();
        return first.medianNanos() * first.workers() / workers;
    }

    private static List<String> withWorkers() {
        return ConcurrencyModel.all().stream()
                .filter(ConcurrencyModel::hasWorkers)
                .map(ConcurrencyModel::id)
                .toList();
    }

    private static Point point(VariantResult variantResult) {
        return new Point(
                variantResult.variant().plan().settings().workers().orElseThrow(),
                variantResult.leastNanos(),
                variantResult.medianNanos(),
                variantResult.mostNanos(),
                variantResult.undone());
    }

    private static int knee(List<Point> rising) {
        int least = leastUndone(rising);
        int knee = -1;
        for (int i = 0; i < rising.size(); i++) {
            Point point = rising.get(i);
            if (point.undone == least && (knee < 0 || isGain(rising.get(knee), point))) {
                knee = i;
            }
        }
        return knee;
    }

    private static boolean isGain(Point before, Point now) {
        return now.spread().isClearlyFasterThan(before.spread());
    }

    private static int leastUndone(List<Point> points) {
        return points.stream().mapToInt(Point::undone).min().orElse(0);
    }
}
