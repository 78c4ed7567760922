package dev.overlap.paint;

import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;

import org.jspecify.annotations.Nullable;

/**
 * The rows that are in sight: of tasks with name, status, bars, and how each one ended, of workers
 * with their lanes, or of connections with their exchanges.
 */
final class RowPainter implements Bars.Sink {

    private static final double BAR_SHARE = 0.54;

    private final Painting painting;
    private final Surface surface;
    private final Theme theme;
    private final Layout layout;
    private final PhaseBrush brush;
    private final EndPainter ends;
    private final LanePainter lanes;
    private final HeldPainter held;
    private final double barHeight;
    private double middle;

    RowPainter(Painting painting) {
        this.painting = painting;
        this.surface = painting.surface();
        this.theme = painting.theme();
        this.layout = painting.layout();
        this.brush = new PhaseBrush(surface, theme);
        this.ends = new EndPainter(painting);
        this.lanes = new LanePainter(painting);
        this.held = new HeldPainter(painting);
        this.barHeight = 2 * Math.round(layout.rowHeight() * BAR_SHARE / 2);
    }

    void paint() {
        Band rows = layout.rows();
        int first = Math.max(0, layout.rowAt(rows.top()));
        int count = Rows.count(painting.frame());
        surface.clip(0, rows.top(), layout.width(), rows.height());
        for (int row = first; row < count && layout.rowTop(row) < rows.bottom(); row++) {
            row(Rows.index(painting.frame(), row), row);
        }
        leftOut(count);
        surface.unclip();
        if (count == 0) {
            nothing();
        }
    }

    /** Paints what stands behind the grid: the ground of the selected row. */
    void paintSelection() {
        int selected = painting.frame().selectedTask();
        if (selected < 0 || selected >= painting.frame().trace().tasks().size()) {
            return;
        }
        for (int row : layout.rowsOfTask(selected)) {
            paintSelection(row);
        }
    }

    private void paintSelection(int row) {
        Band rows = layout.rows();
        double top = layout.rowTop(row);
        if (row >= Rows.count(painting.frame())
                || top >= rows.bottom()
                || top + layout.rowHeight() <= rows.top()) {
            return;
        }
        surface.clip(0, rows.top(), layout.width(), rows.height());
        surface.fill(0, top, layout.width(), layout.rowHeight(), theme.selected());
        surface.unclip();
    }

    private void row(int index, int row) {
        switch (painting.frame().folding()) {
            case TASKS -> task(painting.frame().trace().task(index), row);
            case WORKERS -> lanes.paint(index, layout.rowTop(row), layout.rowHeight());
            case CONNECTIONS -> new ConnectionPainter(painting, index, layout.rowTop(row)).paint();
        }
    }

    private void task(TaskTrack task, int row) {
        middle = Math.round(layout.rowTop(row) + layout.rowHeight() / 2);
        name(task);
        Bars.walk(task, painting.scale(), painting.frame().horizonNanos(), this);
        held.paint(task, middle, barHeight);
        notches(task);
        Outcome outcome = ended(task);
        if (outcome != null) {
            ends.paint(task, outcome, middle);
        }
    }

    private void name(TaskTrack task) {
        TextStyle style = TextStyle.LABEL;
        String name = painting.labels().fit(Names.of(task), style, layout.labelWidth());
        painting.text(name, Layout.PAD, middle, style, Surface.Align.LEFT, theme.text());
    }

    /** How a task ended, or null as long as it has not ended at the instant that is shown. */
    private @Nullable Outcome ended(TaskTrack task) {
        return task.endNanos() <= painting.frame().horizonNanos() ? task.outcome() : null;
    }

    @Override
    public void bar(int segment, Phase phase, double x, double width) {
        brush.paint(phase, x, middle, width, barHeight);
    }

    private void notches(TaskTrack task) {
        new Notches(painting, task, middle, barHeight).paint();
    }

    /** On a piece of ground, so that no line crosses it. */
    private void nothing() {
        String words =
                switch (painting.frame().folding()) {
                    case TASKS -> "There are no tasks in this run.";
                    case WORKERS -> "No worker was hired yet.";
                    case CONNECTIONS -> noConnection();
                };
        TextStyle style = TextStyle.LABEL;
        double centre = (layout.plotLeft() + layout.plotRight()) / 2;
        double line = layout.rows().middle();
        double width = painting.labels().width(words, style) + 8;
        surface.fill(centre - width / 2, line - 10, width, 20, theme.ground());
        painting.text(words, centre, line, style, Surface.Align.CENTER, theme.quietText());
    }

    private String noConnection() {
        Frame frame = painting.frame();
        boolean over = frame.trace().isFinished() && !frame.isReplay();
        return over ? "No task of this run used a connection." : "No connection was used yet.";
    }

    private void leftOut(int count) {
        int leftOut = Rows.leftOut(painting.frame());
        if (leftOut == 0) {
            return;
        }
        String one =
                switch (painting.frame().folding()) {
                    case TASKS -> "more task";
                    case WORKERS -> "more worker";
                    case CONNECTIONS -> "more connection";
                };
        String words = "and " + Names.count(leftOut, one) + ", left out evenly";
        TextStyle style = TextStyle.LABEL;
        double line = layout.rowTop(count) + layout.rowHeight() / 2;
        double width = painting.labels().width(words, style);
        surface.fill(Layout.PAD, line - 8, width + 4, 16, theme.ground());
        painting.text(words, Layout.PAD, line, style, Surface.Align.LEFT, theme.quietText());
    }
}
