package dev.overlap.paint;

import dev.overlap.trace.InFlight;

import java.util.Arrays;
import java.util.Locale;

/** The number of tasks in flight over time, a step curve with at most two points a pixel. */
final class CurvePainter {

    private static final double TOP = 12;
    private static final double BOTTOM = 12;

    private final Painting painting;
    private final Band band;
    private final int peak;
    private double[] xs = new double[256];
    private double[] ys = new double[256];
    private int points;

    CurvePainter(Painting painting) {
        this.painting = painting;
        this.band = painting.layout().curve();
        this.peak = painting.frame().figures().inFlight().peak();
    }

    void paint() {
        if (band.height() == 0) {
            return;
        }
        words();
        if (peak > 0) {
            curve();
        }
    }

    private void words() {
        Theme theme = painting.theme();
        painting.surface().fill(0, band.top(), painting.layout().width(), 1, theme.grid());
        painting.name("In flight", band.top() + 20, TextStyle.STRONG, theme.text());
        double mean = painting.frame().figures().soFar().meanInFlight();
        String numbers = String.format(Locale.ROOT, "peak %d \u00b7 mean %.1f", peak, mean);
        painting.name(numbers, band.top() + 38, TextStyle.SMALL, theme.quietText());
    }

    private void curve() {
        TimeScale scale = painting.scale();
        InFlight levels = painting.frame().figures().inFlight();
        long horizon = painting.frame().horizonNanos();
        long limit = Math.min(horizon, scale.window().endNanos());
        int level = levels.at(scale.window().beginNanos());
        add(scale.left(), 0);
        add(scale.left(), level);
        for (int step = firstStep(levels, scale); step < levels.nanos().length; step++) {
            if (levels.nanos()[step] > limit) {
                break;
            }
            step(scale.edge(levels.nanos()[step]), level, levels.level()[step]);
            level = levels.level()[step];
        }
        double end = Math.max(xs[points - 1], Math.min(scale.right(), scale.edge(limit)));
        add(end, level);
        add(end, 0);
        painting.surface().area(xs, ys, points, painting.theme().accentArea());
        painting.surface().polyline(xs, ys, points, painting.theme().accent());
    }

    private static int firstStep(InFlight levels, TimeScale scale) {
        int found = Arrays.binarySearch(levels.nanos(), scale.window().beginNanos());
        return found >= 0 ? found : -found - 1;
    }

    /** Goes to a new level; within one pixel the highest and the last level are kept. */
    private void step(double x, int from, int to) {
        if (points >= 4 && xs[points - 1] == x && xs[points - 2] == x && xs[points - 3] == x) {
            ys[points - 2] = Math.min(ys[points - 2], y(to));
            ys[points - 1] = y(to);
            return;
        }
        if (xs[points - 1] != x) {
            add(x, from);
        }
        add(x, to);
    }

    private void add(double x, int level) {
        if (points == xs.length) {
            xs = Arrays.copyOf(xs, points * 2);
            ys = Arrays.copyOf(ys, points * 2);
        }
        xs[points] = x;
        ys[points++] = y(level);
    }

    private double y(int level) {
        double height = band.height() - TOP - BOTTOM;
        return Math.round(band.bottom() - BOTTOM - height * level / peak) + 0.5;
    }
}
