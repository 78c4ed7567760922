package dev.overlap.report.slide;

import dev.overlap.render.CompactPhaseBrush;
import dev.overlap.render.Surface;
import dev.overlap.render.TaskBarDecimator;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeLane;
import dev.overlap.render.TimeLaneDecimator;
import dev.overlap.render.TimeRange;
import dev.overlap.render.TimeScale;
import dev.overlap.trace.Trace;

import java.util.List;

/**
 * One or several runs as a picture so small that only their shape can be seen: the bars of the
 * tasks, without any text, on one time axis. Of more tasks than there is room for, and of more
 * runs, evenly chosen ones are drawn.
 */
public final class Thumbnail implements Slide {

    private static final int WIDTH = 128;
    private static final int HEIGHT = 72;
    private static final double PAD = 4;
    private static final double GAP = 3;
    private static final int MAX_PANELS = 6;
    private static final double MIN_ROW = 2;
    private static final double MAX_ROW = 9;

    /** The share of a row that its bar takes, where there is room for a gap. */
    private static final double BAR = 0.75;

    private final List<Trace> traces;
    private final Theme theme;

    private Thumbnail(List<Trace> traces, Theme theme) {
        this.traces = traces;
        this.theme = theme;
    }

    /** Returns the picture of one or several runs. */
    public static Thumbnail of(List<Trace> traces, Theme theme) {
        return new Thumbnail(chosen(traces), theme);
    }

    private static List<Trace> chosen(List<Trace> traces) {
        return traces.size() <= MAX_PANELS
                ? List.copyOf(traces)
                : List.copyOf(traces.subList(0, MAX_PANELS));
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public double zoom() {
        return 1;
    }

    /** Returns nothing: what shows it says what it is. */
    @Override
    public String title() {
        return "";
    }

    @Override
    public String description() {
        return "";
    }

    @Override
    public void paint(Surface surface, double pixel) {
        surface.fill(0, 0, WIDTH, HEIGHT, theme.ground());
        long longest = traces.stream().mapToLong(Trace::horizonNanos).max().orElse(0);
        if (longest > 0) {
            TimeScale scale = new TimeScale(new TimeRange(0, longest), PAD, WIDTH - PAD, pixel);
            double height = (HEIGHT - 2 * PAD + GAP) / traces.size() - GAP;
            for (int panel = 0; panel < traces.size(); panel++) {
                double top = PAD + panel * (height + GAP);
                new Panel(surface, scale, top, height).paint(traces.get(panel));
            }
        }
    }

    private final class Panel {

        private final Surface surface;
        private final TimeScale scale;
        private final double top;
        private final double height;
        private final CompactPhaseBrush brush;

        Panel(Surface surface, TimeScale scale, double top, double height) {
            this.surface = surface;
            this.scale = scale;
            this.top = top;
            this.height = height;
            brush = new CompactPhaseBrush(surface, theme);
        }

        void paint(Trace trace) {
            if (trace.tasks().isEmpty()) {
                paintWorkers(trace);
            } else {
                paintTasks(trace);
            }
        }

        private void paintTasks(Trace trace) {
            int tasks = trace.tasks().size();
            int rows = rows(tasks);
            double row = rowHeight(rows);
            for (int i = 0; i < rows; i++) {
                double middle = top + (i + 0.5) * row;
                int task = (int) ((long) i * tasks / rows);
                TaskBarDecimator.walk(
                        trace.task(task),
                        scale,
                        trace.horizonNanos(),
                        (_, phase, x, width) ->
                                brush.paint(phase, x, middle, width, barHeight(row)));
            }
        }

        private void paintWorkers(Trace trace) {
            int workers = trace.workers().size();
            int rows = rows(workers);
            double row = rowHeight(rows);
            for (int i = 0; i < rows; i++) {
                double bar = barHeight(row);
                double y = top + i * row + (row - bar) / 2;
                int worker = (int) ((long) i * workers / rows);
                TimeLaneDecimator.walk(
                        TimeLane.of(trace.workers().get(worker)),
                        scale,
                        trace.horizonNanos(),
                        (_, x, width, _) -> surface.fill(x, y, width, bar, theme.oneByOne()));
            }
        }

        private int rows(int wanted) {
            return Math.min(wanted, Math.max(1, (int) (height / MIN_ROW)));
        }

        private double rowHeight(int rows) {
            return Math.min(height / Math.max(1, rows), MAX_ROW);
        }

        private double barHeight(double row) {
            return row < MIN_ROW * 2 ? row : row * BAR;
        }
    }
}
