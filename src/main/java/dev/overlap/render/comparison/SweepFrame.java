package dev.overlap.render.comparison;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.VariantResult;
import dev.overlap.trace.metrics.LowerBound;
import dev.overlap.trace.metrics.UncontendedTimes;

import java.util.List;

/**
 * The content of one drawing of a sweep: one list under one model with a varying number of workers.
 *
 * @param points by increasing number of workers
 * @param bound the time in which no number of workers can do the list faster
 * @param selected the index of a point, or -1
 * @param sentence the conclusion below, or empty
 */
public record SweepFrame(List<Point> points, LowerBound bound, int selected, String sentence) {

    /**
     * A number of workers and its wall times, in nanoseconds, -1 while unknown.
     *
     * @param workers 1 or more
     * @param running whether a run with this number is in progress
     */
    public record Point(
            int workers, long minNanos, long medianNanos, long maxNanos, boolean running) {

        boolean isMeasured() {
            return medianNanos >= 0;
        }
    }

    public SweepFrame {
        points = List.copyOf(points);
    }

    /**
     * Returns the sweep of a comparison of numbers of workers. Visits every phase of every run, so
     * call it when the comparison has changed, not for every frame.
     */
    public static SweepFrame of(Comparison comparison, String sentence) {
        return new SweepFrame(
                comparison.entries().stream().map(SweepFrame::point).toList(),
                bound(comparison),
                -1,
                sentence);
    }

    /** Returns a copy with a selected point, or -1 for none. */
    public SweepFrame selecting(int point) {
        return new SweepFrame(points, bound, point, sentence);
    }

    private static Point point(VariantResult variantResult) {
        int workers = variantResult.variant().plan().settings().workers().orElse(1);
        return new Point(
                workers,
                variantResult.minNanos(),
                variantResult.medianNanos(),
                variantResult.maxNanos(),
                variantResult.live() != null);
    }

    private static LowerBound bound(Comparison comparison) {
        UncontendedTimes basis = comparison.basis();
        return basis == null ? LowerBound.UNKNOWN : basis.lowerBound();
    }

    /** The longest known time, or 0. */
    long maxNanos() {
        return points.stream().mapToLong(Point::maxNanos).filter(it -> it >= 0).max().orElse(0);
    }

    /**
     * Returns the ideal time of a number of workers if work is shared without loss; NaN before the
     * first result.
     */
    double ideal(double workers) {
        return points.stream()
                .filter(Point::isMeasured)
                .findFirst()
                .map(first -> (double) first.medianNanos * first.workers / workers)
                .orElse(Double.NaN);
    }
}
