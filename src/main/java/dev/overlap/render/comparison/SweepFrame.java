package dev.overlap.render.comparison;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.VariantResult;
import dev.overlap.comparison.WorkerSweep;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.LowerBound;
import dev.overlap.trace.metrics.UncontendedTimes;

import java.util.ArrayList;
import java.util.List;

/**
 * The content of one drawing of a sweep: one list under one model with a varying number of workers.
 *
 * @param points by increasing number of workers
 * @param bound the time in which no number of workers can do the list faster
 * @param selected the index of a point, or -1
 * @param sentence the conclusion below, or empty
 * @param limits whether the numbers limit how many tasks run at once, rather than being started
 * @param forecastNanos the time expected of the first point, or -1 if unknown
 */
public record SweepFrame(
        List<Point> points,
        LowerBound bound,
        int selected,
        String sentence,
        boolean limits,
        long forecastNanos) {

    /** The forecast of a point of which nothing is known. */
    public static final long NO_FORECAST = -1;

    /** A drawing without points. */
    public static final SweepFrame NOTHING =
            new SweepFrame(List.of(), LowerBound.UNKNOWN, -1, "", false, NO_FORECAST);

    /** The height of the first point of an ideal curve whose time is not known. */
    private static final long UNIT_NANOS = 1_000_000_000;

    /**
     * A number of workers and its wall times, in nanoseconds, -1 while unknown.
     *
     * @param workers 1 or more
     * @param liveNanos how long its run in progress takes so far, or -1
     */
    public record Point(
            int workers, long minNanos, long medianNanos, long maxNanos, long liveNanos) {

        boolean isMeasured() {
            return medianNanos >= 0;
        }

        /** Whether its first run is in progress, so that its time grows. */
        boolean isGrowing() {
            return liveNanos >= 0 && !isMeasured();
        }

        private Point living(long nanos) {
            return new Point(workers, minNanos, medianNanos, maxNanos, nanos);
        }
    }

    public SweepFrame {
        points = List.copyOf(points);
    }

    /**
     * Returns the sweep of a comparison of numbers of workers. Visits every phase of every run, so
     * call it when the comparison has changed, not for every frame.
     *
     * @param forecastNanos the time expected of the first point, or {@link #NO_FORECAST}
     */
    public static SweepFrame of(Comparison comparison, String sentence, long forecastNanos) {
        return new SweepFrame(
                comparison.entries().stream().map(SweepFrame::point).toList(),
                bound(comparison),
                -1,
                sentence,
                WorkerSweep.isOfLimits(comparison),
                forecastNanos);
    }

    /** Returns the sweep of a comparison without a forecast. */
    public static SweepFrame of(Comparison comparison, String sentence) {
        return of(comparison, sentence, NO_FORECAST);
    }

    /** Returns a copy with a selected point, or -1 for none. */
    public SweepFrame selecting(int point) {
        return new SweepFrame(points, bound, point, sentence, limits, forecastNanos);
    }

    /** Returns a copy at the current instant of the run in progress, if there is one. */
    public SweepFrame at(Comparison comparison) {
        List<Point> now = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            now.add(points.get(i).living(liveNanos(comparison.entries().get(i))));
        }
        return new SweepFrame(now, bound, selected, sentence, limits, forecastNanos);
    }

    private static Point point(VariantResult variantResult) {
        int workers = variantResult.variant().plan().settings().workers().orElse(1);
        return new Point(
                workers,
                variantResult.minNanos(),
                variantResult.medianNanos(),
                variantResult.maxNanos(),
                liveNanos(variantResult));
    }

    private static long liveNanos(VariantResult variantResult) {
        Trace live = variantResult.live();
        return live == null ? -1 : live.horizonNanos();
    }

    private static LowerBound bound(Comparison comparison) {
        UncontendedTimes basis = comparison.basis();
        return basis == null ? LowerBound.UNKNOWN : basis.lowerBound();
    }

    /** Whether a first run is in progress, so that the drawing changes over time. */
    public boolean isLive() {
        return points.stream().anyMatch(Point::isGrowing);
    }

    /** Whether nothing is known of the times: the axis then shows shares of the first point. */
    boolean isOfShares() {
        return forecastNanos <= 0 && points.stream().noneMatch(Point::isMeasured) && !isLive();
    }

    /** Whether the ideal curve is that of the forecast, since nothing is measured yet. */
    boolean isForecast() {
        return forecastNanos > 0 && points.stream().noneMatch(Point::isMeasured);
    }

    /** The longest time to be shown, or 0. */
    long maxNanos() {
        long times =
                points.stream()
                        .mapToLong(it -> Math.max(it.maxNanos, it.isGrowing() ? it.liveNanos : 0))
                        .max()
                        .orElse(0);
        boolean first = isForecast() || isOfShares();
        return Math.max(times, first && !points.isEmpty() ? (long) ideal(first()) : 0);
    }

    private int first() {
        return points.getFirst().workers;
    }

    /**
     * Returns the ideal time of a number of workers if work is shared without loss: of the first
     * point that is measured, else of the forecast, else a share of one second; NaN if points only
     * begin to be measured.
     */
    double ideal(double workers) {
        if (isOfShares()) {
            return (double) UNIT_NANOS * first() / workers;
        }
        if (isForecast()) {
            return (double) forecastNanos * first() / workers;
        }
        return points.stream()
                .filter(Point::isMeasured)
                .findFirst()
                .map(point -> (double) point.medianNanos * point.workers / workers)
                .orElse(Double.NaN);
    }
}
