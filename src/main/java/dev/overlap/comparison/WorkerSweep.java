package dev.overlap.comparison;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.ProcessPool;
import dev.overlap.concurrency.PythonModel;
import dev.overlap.plan.Plan;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One model with several numbers of workers: a view of a comparison of {@link Variant#ofWorkers}.
 *
 * @param model the display name of the model
 * @param points the measured numbers, ascending
 * @param knee the index of the last point with a clear gain, by the rule of {@link WallTimeRange},
 *     over the previous one with a clear gain; the first point if none has one, -1 without points.
 *     Points with more undone tasks than the best are excluded: a run that fails early is not fast
 */
public record WorkerSweep(String model, List<Point> points, int knee) {

    /** The maximum number of workers tried by default. */
    static final int MAX_WORKERS = 64;

    /**
     * The maximum number of processes tried by default; more would slow down the machine for other
     * users.
     */
    static final int MAX_PROCESSES = 8;

    /** The numbers that people choose from, as far as a list has tasks for them. */
    private static final List<Integer> CHOICES =
            List.of(1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 32, 40, 48, 64);

    /**
     * One number of workers. Times in nanoseconds.
     *
     * @param undone the maximum number of undone tasks of a run, which make its times less
     *     meaningful
     */
    public record Point(int workers, long minNanos, long medianNanos, long maxNanos, int undone) {

        /** The three times as a range. */
        public WallTimeRange spread() {
            return new WallTimeRange(minNanos, medianNanos, maxNanos);
        }
    }

    public WorkerSweep {
        points = List.copyOf(points);
    }

    /** Whether the numbers of a comparison limit how many tasks run at once. */
    public static boolean isOfLimits(Comparison comparison) {
        String model = comparison.plan().variants().getFirst().plan().model();
        return ConcurrencyModel.of(model).workersAreLimit();
    }

    /** Whether a comparison is of {@link Variant#ofWorkers}. */
    public static boolean is(Comparison comparison) {
        return comparison.entries().stream()
                .map(VariantResult::variant)
                .allMatch(Variant::isOfWorkers);
    }

    /** Reads the results so far of a comparison for which {@link #is} holds. */
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

    /** The number of undone tasks in the worst run of the best point. */
    public int minUndone() {
        return minUndone(points);
    }

    /**
     * Returns the numbers of workers to try: 1, 2, 4 and so on, and last one for each task, but at
     * most {@value #MAX_WORKERS}, or {@value #MAX_PROCESSES} processes.
     *
     * @throws IllegalArgumentException with a message, if the plan's model has no choice of workers
     */
    public static List<Integer> workersFor(Plan plan) {
        int enough = enough(plan);
        return Stream.concat(
                        Stream.iterate(1, workers -> workers < enough, workers -> workers * 2),
                        Stream.of(enough))
                .toList();
    }

    /**
     * Returns the numbers of workers to choose from: those of {@link #workersFor}, and others
     * between them, ascending.
     *
     * @throws IllegalArgumentException with a message, if the plan's model has no choice of workers
     */
    public static List<Integer> choicesFor(Plan plan) {
        int enough = enough(plan);
        return Stream.concat(CHOICES.stream(), Stream.of(enough))
                .filter(workers -> workers <= enough)
                .distinct()
                .toList();
    }

    private static int enough(Plan plan) {
        requireChoice(plan.model());
        int max =
                PythonModel.baseOf(plan.model()).equals(ProcessPool.ID)
                        ? MAX_PROCESSES
                        : MAX_WORKERS;
        return Math.min(max, Math.max(1, plan.tasks().size()));
    }

    /**
     * Checks that a model has a choice of workers.
     *
     * @throws IllegalArgumentException with a message that lists the models that have one
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
     * The ideal time with a number of workers, if doubling them halved the time from the first
     * point on; in nanoseconds.
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
                variantResult.minNanos(),
                variantResult.medianNanos(),
                variantResult.maxNanos(),
                variantResult.undone());
    }

    private static int knee(List<Point> ascending) {
        int min = minUndone(ascending);
        int knee = -1;
        for (int i = 0; i < ascending.size(); i++) {
            Point point = ascending.get(i);
            if (point.undone == min && (knee < 0 || isGain(ascending.get(knee), point))) {
                knee = i;
            }
        }
        return knee;
    }

    private static boolean isGain(Point before, Point now) {
        return now.spread().isClearlyFasterThan(before.spread());
    }

    private static int minUndone(List<Point> points) {
        return points.stream().mapToInt(Point::undone).min().orElse(0);
    }
}
