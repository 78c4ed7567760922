package dev.overlap.paint;

import dev.overlap.trace.Phase;
import dev.overlap.trace.StartUp;
import dev.overlap.trace.Statistics;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Several runs of one list under each other, on one time axis, so that their lengths can be
 * compared by eye: small multiples.
 *
 * <p>Each part has its name and workers on the left, its tasks as thin bars, the lane of its loop
 * below them if it has one, and its wall time on the right. The speed-up is printed as measured
 * only against a part that ran its tasks one after another.
 *
 * <p>Threads: one at a time. A pure function of its arguments.
 */
public final class Multiples {

    /** The most rows of one part; more are left out evenly. */
    public static final int MOST_ROWS = 40;

    private static final double GUTTER = 236;
    private static final double NUMBERS = 176;
    private static final double LEGEND = 24;
    private static final double AXIS = LEGEND + 26;
    private static final double LEGEND_ITEM = 84;
    private static final double SWATCH = 12;
    private static final double SEEN = 2;
    private static final double ROW = 15;
    private static final double BAR = 10;
    private static final double LEAST_PART = 70;
    private static final double BETWEEN = 18;
    private static final double LANE = 4;
    private static final double CAPTIONS = 26;
    private static final double LEAST_BETWEEN_TICKS = 110;
    private static final TextStyle NUMBER = new TextStyle(14, true);

    /**
     * One run.
     *
     * @param name of its model
     * @param trace finished
     */
    public record Part(String name, Trace trace) {

        Statistics numbers() {
            return Statistics.of(trace, trace.horizonNanos());
        }
    }

    private final Surface surface;
    private final Theme theme;
    private final Sheet sheet;
    private final List<Part> parts;
    private final @Nullable Part oneByOne;
    private final TimeScale scale;
    private final PhaseBrush brush;

    private Multiples(Surface surface, List<Part> parts, Sheet sheet) {
        this.surface = surface;
        this.theme = sheet.theme();
        this.sheet = sheet;
        this.parts = parts;
        this.brush = new PhaseBrush(surface, theme);
        this.oneByOne = oneByOne(parts);
        long longest = parts.stream().mapToLong(part -> part.trace.horizonNanos()).max().orElse(0);
        Window window = Window.whole(longest + longest / 50);
        this.scale = new TimeScale(window, GUTTER, sheet.width() - NUMBERS, sheet.pixel());
    }

    /** The height that these parts need. */
    public static double heightOf(List<Part> parts) {
        return AXIS + parts.stream().mapToDouble(Multiples::heightOf).sum() + CAPTIONS;
    }

    private static double heightOf(Part part) {
        int rows = Math.min(MOST_ROWS, part.trace.tasks().size());
        return Math.max(LEAST_PART, rows * ROW + LANE + 2) + BETWEEN;
    }

    /** Paints over a whole sheet. */
    public static void paint(Surface surface, List<Part> parts, Sheet sheet) {
        new Multiples(surface, parts, sheet).paint();
    }

    /**
     * The part whose tasks were carried one at a time by a thread: its wall is what others are
     * measured against.
     */
    private static @Nullable Part oneByOne(List<Part> parts) {
        return parts.stream()
                .filter(part -> part.trace.workers().size() == 1)
                .filter(part -> part.trace.worker(0).role().carriesOneAtATime())
                .findFirst()
                .orElse(null);
    }

    private void paint() {
        surface.fill(0, 0, sheet.width(), sheet.height(), theme.ground());
        legend();
        axis();
        marks();
        double top = AXIS;
        for (Part part : parts) {
            part(part, top);
            top += heightOf(part);
            surface.fill(0, top - BETWEEN / 2, sheet.width(), sheet.pixel(), theme.grid());
        }
    }

    private void axis() {
        Ticks ticks = Ticks.of(scale.window(), LEAST_BETWEEN_TICKS / scale.unitsPerNano());
        for (long at = 0; scale.shows(at); at += ticks.stepNanos()) {
            surface.fill(scale.edge(at), AXIS, sheet.pixel(), bottom() - AXIS, theme.grid());
            text(
                    ticks.label(at),
                    scale.x(at),
                    (LEGEND + AXIS) / 2,
                    TextStyle.SMALL,
                    Surface.Align.CENTER,
                    theme.quietText());
        }
        heading("wall", 0);
        heading("speed-up", 1);
    }

    /** The phases that are wide enough to be seen in some part. */
    private void legend() {
        Set<Phase> seen = EnumSet.noneOf(Phase.class);
        for (Part part : parts) {
            for (TaskTrack task : part.trace.tasks()) {
                Bars.walk(
                        task,
                        scale,
                        part.trace.horizonNanos(),
                        (_, phase, _, width) -> seen(seen, phase, width));
            }
        }
        double x = scale.left();
        for (Phase phase : seen) {
            brush.paint(phase, x, LEGEND / 2, SWATCH, SWATCH);
            text(
                    phase.words(),
                    x + SWATCH + 6,
                    LEGEND / 2,
                    TextStyle.SMALL,
                    Surface.Align.LEFT,
                    theme.quietText());
            x += LEGEND_ITEM;
        }
    }

    private static void seen(Set<Phase> phases, Phase phase, double width) {
        if (width > SEEN) {
            phases.add(phase);
        }
    }

    private void heading(String text, int column) {
        text(
                text,
                column(column),
                (LEGEND + AXIS) / 2,
                TextStyle.SMALL,
                Surface.Align.RIGHT,
                theme.quietText());
    }

    private double column(int column) {
        return sheet.width() - NUMBERS + 88 + column * (NUMBERS - 88 - Layout.PAD);
    }

    private double bottom() {
        return sheet.height() - CAPTIONS;
    }

    private void marks() {
        if (oneByOne == null) {
            return;
        }
        Statistics measured = oneByOne.numbers();
        mark(
                measured.longestNanos(),
                "longest task, alone: " + Durations.text(measured.longestNanos()),
                theme.lowerBound());
        mark(
                measured.wallNanos(),
                "one after another, measured: " + Durations.text(measured.wallNanos()),
                theme.oneByOne());
    }

    private void mark(long at, String caption, int ink) {
        double x = scale.edge(at);
        surface.line(x, AXIS, x, bottom() + 4, Surface.Stroke.DASHED, ink);
        boolean late = x > (scale.left() + scale.right()) / 2;
        text(
                caption,
                late ? x - 5 : x + 5,
                bottom() + CAPTIONS / 2,
                TextStyle.SMALL,
                late ? Surface.Align.RIGHT : Surface.Align.LEFT,
                ink);
    }

    private void part(Part part, double top) {
        Statistics numbers = part.numbers();
        text(part.name, Layout.PAD, top + 10, NUMBER, Surface.Align.LEFT, theme.text());
        text(
                workers(part.trace),
                Layout.PAD,
                top + 30,
                TextStyle.SMALL,
                Surface.Align.LEFT,
                theme.quietText());
        rows(part, numbers, top);
        text(
                Durations.text(numbers.wallNanos()),
                column(0),
                top + 10,
                NUMBER,
                Surface.Align.RIGHT,
                theme.text());
        text(speedUp(numbers), column(1), top + 10, NUMBER, Surface.Align.RIGHT, theme.text());
        if (numbers.failed() > 0) {
            String failed = numbers.failed() + " failed";
            text(
                    failed,
                    column(1),
                    top + 30,
                    TextStyle.SMALL,
                    Surface.Align.RIGHT,
                    theme.failure());
        }
    }

    private void rows(Part part, Statistics numbers, double top) {
        int tasks = part.trace.tasks().size();
        int rows = Math.min(MOST_ROWS, tasks);
        for (int row = 0; row < rows; row++) {
            double middle = top + row * ROW + ROW / 2;
            int task = (int) ((long) row * tasks / rows);
            Bars.walk(
                    part.trace.task(task),
                    scale,
                    part.trace.horizonNanos(),
                    (_, phase, x, width) -> bar(phase, x, middle, width));
        }
        lanes(part.trace, top + rows * ROW + 1);
        double wall = scale.edge(numbers.wallNanos());
        surface.fill(wall, top - 2, 2, rows * ROW + LANE + 4, theme.text());
    }

    private void bar(Phase phase, double x, double middle, double width) {
        brush.paint(phase, x, middle, width, BAR);
    }

    /** The busy slices of the loop, as a thin line under its tasks. */
    private void lanes(Trace trace, double top) {
        for (WorkerTrack worker : trace.workers()) {
            if (worker.role() == WorkerTrack.Role.LOOP) {
                double right = scale.edge(trace.horizonNanos());
                surface.fill(scale.left(), top, right - scale.left(), LANE, theme.occupied());
                Slices.walk(
                        worker,
                        scale,
                        trace.horizonNanos(),
                        (_, _, x, width, share) ->
                                surface.fill(
                                        x,
                                        top + LANE * (1 - share),
                                        width,
                                        LANE * share,
                                        theme.warning()));
            }
        }
    }

    private static String workers(Trace trace) {
        List<String> parts = new ArrayList<>();
        for (WorkerTrack.Role role : WorkerTrack.Role.values()) {
            List<WorkerTrack> workers =
                    trace.workers().stream().filter(worker -> worker.role() == role).toList();
            if (!workers.isEmpty()) {
                parts.add(workers(workers, trace));
            }
        }
        return String.join(" + ", parts.reversed()); // the loop first, then those that help it
    }

    private static String workers(List<WorkerTrack> workers, Trace trace) {
        WorkerTrack first = workers.getFirst();
        String count = Counts.text(workers.size(), first.role().word());
        return switch (first.role()) {
            case THREAD, VIRTUAL_THREAD -> count;
            case PROCESS -> {
                StartUp startUp = first.startUp();
                yield startUp == null
                        ? count
                        : count
                                + ", start-up "
                                + Durations.text(startUp.nanos(trace.horizonNanos()));
            }
            case LOOP -> {
                double share =
                        (double) first.busyNanos(trace.horizonNanos())
                                / Math.max(1, trace.horizonNanos());
                yield share > 0 && share < 0.01
                        ? count + ", busy less than 1 %"
                        : String.format(Locale.ROOT, "%s, busy %.0f %%", count, share * 100);
            }
        };
    }

    private String speedUp(Statistics numbers) {
        if (oneByOne == null || numbers.wallNanos() == 0) {
            return String.format(Locale.ROOT, "\u2248 %.1f \u00d7", numbers.derivedSpeedUp());
        }
        double measured = (double) oneByOne.numbers().wallNanos() / numbers.wallNanos();
        return String.format(Locale.ROOT, "%.1f \u00d7", measured);
    }

    private void text(
            String text, double x, double middle, TextStyle style, Surface.Align align, int ink) {
        surface.text(text, x, middle + style.baselineFromMiddle(), style, align, ink);
    }
}
