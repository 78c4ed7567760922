package dev.overlap.render.comparison;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.VariantResult;
import dev.overlap.trace.StandaloneTimes;

import java.util.List;

/**
 * What one picture of a sweep shows: one list under one model with more and more workers.
 *
 * @param points from few workers to many
 * @param longestNanos the longest task, alone: the list cannot be done sooner; less than 1 where it
 *     is not known
 * @param selected the index of a point, or -1
 * @param sentence what stands under it, or empty
 */
public record SweepFrame(List<Point> points, long longestNanos, int selected, String sentence) {

    /**
     * A number of workers, and how long it took. Times in nanoseconds, -1 as long as none is known.
     *
     * @param workers 1 or more
     * @param running whether a run with so many goes on
     */
    public record Point(
            int workers, long leastNanos, long medianNanos, long mostNanos, boolean running) {

        boolean isMeasured() {
            return medianNanos >= 0;
        }
    }

    public SweepFrame {
        points = List.copyOf(points);
    }

    /**
     * The sweep that a comparison of numbers of workers is. Costs a look at every phase of every
     * run, so take it when the comparison has changed and not for every frame.
     */
    public static SweepFrame of(Comparison comparison, String sentence) {
        return new SweepFrame(
                comparison.entries().stream().map(SweepFrame::point).toList(),
                longest(comparison),
                -1,
                sentence);
    }

    /** The same with a point selected, or with -1 none. */
    public SweepFrame selecting(int point) {
        return new SweepFrame(points, longestNanos, point, sentence);
    }

    private static Point point(VariantResult variantResult) {
        int workers = variantResult.variant().plan().settings().workers().orElse(1);
        return new Point(
                workers,
                variantResult.leastNanos(),
                variantResult.medianNanos(),
                variantResult.mostNanos(),
                variantResult.live() != null);
    }

    private static long longest(Comparison comparison) {
        StandaloneTimes basis = comparison.basis();
        return basis == null ? StandaloneTimes.UNKNOWN : basis.longestNanos();
    }

    /** The longest time that is known; 0 where none is. */
    long mostNanos() {
        return points.stream().mapToLong(Point::mostNanos).filter(it -> it >= 0).max().orElse(0);
    }

    /** What a number of workers would take if the work were shared without loss; NaN before. */
    double ideal(double workers) {
        return points.stream()
                .filter(Point::isMeasured)
                .findFirst()
                .map(first -> (double) first.medianNanos * first.workers / workers)
                .orElse(Double.NaN);
    }
}
