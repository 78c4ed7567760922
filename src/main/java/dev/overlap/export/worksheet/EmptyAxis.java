package dev.overlap.export.worksheet;

import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.comparison.Variant;
import dev.overlap.comparison.forecast.EarlierRuns;
import dev.overlap.comparison.forecast.Forecast;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.Sequential;
import dev.overlap.export.html.HtmlText;
import dev.overlap.lesson.Lesson;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Task;
import dev.overlap.render.Ticks;
import dev.overlap.render.TimeRange;
import dev.overlap.text.lesson.WorksheetText;

import java.util.List;
import java.util.Locale;

/**
 * A time axis with a row for each task, to draw on. It is as long as all tasks take one after
 * another by what their lines declare, so that its length tells nothing of the answer; where that
 * is not known it has no times.
 */
final class EmptyAxis {

    private static final int WIDTH = 680;
    private static final int LEFT = 210;

    /** For the second half of the last time. */
    private static final int MARGIN = 28;

    private static final int ROW = 26;
    private static final int TOP = 24;
    private static final int MAX_ROWS = 12;
    private static final int MAX_LABEL = 30;

    /** The axis goes on behind the sum, as 1/n of it. */
    private static final int MARGIN_SHARE = 8;

    private static final double MIN_TICK_DISTANCE = 66;
    private static final int BLANK_TICKS = 6;

    private final List<Task> tasks;
    private final long endNanos;
    private final StringBuilder svg = new StringBuilder();

    private EmptyAxis(List<Task> tasks, long endNanos) {
        this.tasks = tasks;
        this.endNanos = endNanos;
    }

    static EmptyAxis of(Lesson lesson) {
        Plan plan = lesson.plan(Sequential.ID);
        List<Variant> one =
                Variant.ofModels(
                        plan.sites(), plan.settings(), List.of(ConcurrencyModel.of(Sequential.ID)));
        long sum = Forecast.of(new ComparisonPlan(one, 1), new EarlierRuns()).totalNanos();
        return new EmptyAxis(plan.tasks(), sum <= 0 ? -1 : sum + sum / MARGIN_SHARE);
    }

    /** Returns whether its ticks have times. */
    boolean hasTimes() {
        return endNanos > 0;
    }

    /** Returns it as SVG for a page. */
    String svg() {
        int rows = Math.min(tasks.size(), MAX_ROWS);
        boolean isCut = rows < tasks.size();
        int height = TOP + (rows + (isCut ? 1 : 0)) * ROW + 4;
        svg.append(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" class=\"axis\">\n"
                        .formatted(WIDTH + MARGIN, height));
        ticks(TOP + rows * ROW);
        for (int row = 0; row < rows; row++) {
            row(row, (row + 1) + ". " + shortened(tasks.get(row).label()));
        }
        if (isCut) {
            text(0, TOP + rows * ROW + 17, WorksheetText.moreTasks(tasks.size() - rows), "start");
        }
        return svg.append("</svg>").toString();
    }

    private void row(int row, String label) {
        int bottom = TOP + (row + 1) * ROW;
        text(0, bottom - 9, label, "start");
        line(0, bottom, WIDTH, bottom, "row");
    }

    private void ticks(int bottom) {
        line(LEFT, TOP, WIDTH, TOP, "row");
        if (!hasTimes()) {
            for (int tick = 0; tick <= BLANK_TICKS; tick++) {
                double x = LEFT + (double) (WIDTH - 1 - LEFT) * tick / BLANK_TICKS;
                line(x, TOP - 6, x, bottom, "tick");
            }
            return;
        }
        double perNano = (double) (WIDTH - 1 - LEFT) / endNanos;
        Ticks ticks = Ticks.of(TimeRange.whole(endNanos), MIN_TICK_DISTANCE / perNano);
        for (long at = 0; at <= endNanos; at += ticks.stepNanos()) {
            double x = LEFT + at * perNano;
            line(x, TOP - 6, x, bottom, "tick");
            text(x, TOP - 10, ticks.label(at), "middle");
        }
    }

    private void line(double x1, double y1, double x2, double y2, String style) {
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" class=\"%s\"/>%n",
                        x1,
                        y1,
                        x2,
                        y2,
                        style));
    }

    private void text(double x, double y, String words, String anchor) {
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                        x,
                        y,
                        anchor,
                        HtmlText.escaped(words)));
    }

    private static String shortened(String label) {
        int[] points = label.codePoints().limit(MAX_LABEL).toArray();
        String begin = new String(points, 0, points.length);
        return begin.length() < label.length() ? begin + "\u2026" : begin;
    }
}
