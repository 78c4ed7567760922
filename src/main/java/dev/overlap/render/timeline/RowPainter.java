package dev.overlap.render.timeline;

import dev.overlap.render.CollectedPainter;
import dev.overlap.render.PhaseBrush;
import dev.overlap.render.Surface;
import dev.overlap.render.TaskBarDecimator;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.render.VerticalSpan;
import dev.overlap.render.resource.ResourceRowPainter;
import dev.overlap.render.rows.RowOrder;
import dev.overlap.render.rows.RowPlacement;
import dev.overlap.text.DisplayNames;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.PictureText;
import dev.overlap.text.rows.RowText;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Paints the visible rows: tasks with name, status, bars and outcome; workers with their lanes;
 * connections with their exchanges; or resources with those that had them.
 */
final class RowPainter implements TaskBarDecimator.Sink {

    private static final double BAR_SHARE = 0.54;
    private static final double PIN_LEFT = 3;
    private static final double PIN_WIDTH = 3;

    /** At the edge of the selected row, since the background alone is faint. */
    private static final double SELECTION_MARK = 3;

    private final PaintContext context;
    private final Surface surface;
    private final Theme theme;
    private final ChartLayout layout;
    private final PhaseBrush brush;
    private final OutcomePainter outcomes;
    private final WorkerLanePainter lanes;
    private final BlockedLoopPainter blockedLoops;
    private final double barHeight;
    private double middle;

    RowPainter(PaintContext context) {
        this.context = context;
        this.surface = context.surface();
        this.theme = context.theme();
        this.layout = context.layout();
        this.brush = new PhaseBrush(surface, theme);
        this.outcomes = new OutcomePainter(context);
        this.lanes = new WorkerLanePainter(context);
        this.blockedLoops = new BlockedLoopPainter(context);
        this.barHeight = barHeight(layout.rowHeight());
    }

    /** The height of the bars in the row of a task. */
    static double barHeight(double rowHeight) {
        return 2 * Math.round(rowHeight * BAR_SHARE / 2);
    }

    void paint() {
        RowPlacement placement = layout.placement();
        int count = placement.rows();
        clip(placement.scrolledPart());
        paint(placement.firstScrolled(), count);
        leftOut(count);
        surface.unclip();
        if (placement.pinned() > 0) {
            VerticalSpan part = placement.pinnedPart();
            clip(part);
            paint(0, placement.pinned());
            surface.unclip();
            surface.fill(0, part.bottom() - 1, layout.width(), 1, theme.accent());
        }
        if (count == 0) {
            emptyText();
        }
    }

    private void clip(VerticalSpan part) {
        surface.clip(0, part.top(), layout.width(), part.height());
    }

    /** Paints the rows from one to before another, as far as they are in sight. */
    private void paint(int first, int end) {
        for (int row = first; row < end && layout.rowTop(row) < layout.rows().bottom(); row++) {
            row(RowMapping.index(context.frame(), row), row);
        }
    }

    /** Paints the background of the selected row, below the grid. */
    void paintSelection() {
        int selected = context.frame().selectedTask();
        if (selected < 0 || selected >= context.frame().trace().tasks().size()) {
            return;
        }
        for (int row : layout.rowsOfTask(selected)) {
            paintSelection(row);
        }
    }

    private void paintSelection(int row) {
        if (row < context.frame().rows() && layout.placement().shows(row)) {
            clip(layout.placement().partOf(row));
            double top = layout.rowTop(row);
            surface.fill(0, top, layout.width(), layout.rowHeight(), theme.selected());
            surface.fill(0, top, SELECTION_MARK, layout.rowHeight(), theme.text());
            surface.unclip();
        }
    }

    private void row(int index, int row) {
        if (index < 0) {
            heading(row);
            return;
        }
        switch (context.frame().grouping()) {
            case TASKS -> task(context.frame().trace().task(index), row);
            case WORKERS -> lanes.paint(index, layout.rowTop(row), layout.rowHeight());
            case CONNECTIONS -> new ConnectionRowPainter(context, index, layout.row(row)).paint();
            case RESOURCES -> resource(index, row);
        }
    }

    private void resource(int index, int row) {
        ResourceRows all = ResourceRows.of(context.frame());
        if (all.isConnection(index)) {
            new ConnectionRowPainter(context, all.connection(index), inner(row)).paint();
            return;
        }
        new ResourceRowPainter(context.row())
                .paint(
                        all.resource(context.frame(), index),
                        layout.row(row),
                        ChartLayout.PAD,
                        layout.statusRight());
    }

    /** The middle of a row of a resource, as high as a row of a connection. */
    private VerticalSpan inner(int row) {
        double height = Math.min(layout.rowHeight(), RowMapping.COMFORTABLE_HEIGHT);
        return new VerticalSpan(layout.row(row).middle() - Math.floor(height / 2), height);
    }

    /** Paints the heading of a group of tasks, across the gutter and the plot. */
    private void heading(int row) {
        VerticalSpan span = layout.row(row);
        double line = Math.round(span.middle());
        TextStyle style = TextStyle.STRONG;
        double available = layout.width() - 2 * ChartLayout.PAD;
        String words = context.fitter().fit(context.frame().order().heading(row), style, available);
        double width = context.fitter().width(words, style);
        surface.fill(0, span.bottom() - 1, layout.width(), 1, theme.grid());
        surface.fill(ChartLayout.PAD - 2, line - 8, width + 4, 16, theme.ground());
        context.text(words, ChartLayout.PAD, line, style, Surface.Align.LEFT, theme.text());
    }

    private void task(TaskTrack task, int row) {
        if (row < context.frame().pinnedRows()) {
            pinMark(row);
        }
        middle = Math.round(layout.rowTop(row) + layout.rowHeight() / 2);
        name(task);
        TaskBarDecimator.walk(task, context.scale(), context.frame().horizonNanos(), this);
        blockedLoops.paint(task, middle, barHeight);
        redirectMarks(task);
        Outcome outcome = outcomeIfEnded(task);
        if (outcome != null) {
            collected(task);
            outcomes.paint(task, outcome, middle);
        }
    }

    /** Below the text of the outcome. */
    private void collected(TaskTrack task) {
        new CollectedPainter(surface, theme, context.scale())
                .row(
                        context.frame().trace(),
                        task,
                        context.frame().horizonNanos(),
                        middle + barHeight / 2);
    }

    private void pinMark(int row) {
        VerticalSpan span = layout.row(row);
        surface.fill(PIN_LEFT, span.top() + 3, PIN_WIDTH, span.height() - 6, theme.accent());
    }

    private void name(TaskTrack task) {
        TextStyle style = TextStyle.LABEL;
        double left = ChartLayout.PAD + number(task);
        double available = layout.labelWidth() + ChartLayout.PAD - left;
        String name =
                context.fitter()
                        .fitBeside(
                                nameOf(task.index() - 1),
                                DisplayNames.of(task),
                                nameOf(task.index() + 1),
                                style,
                                available);
        context.text(name, left, middle, style, Surface.Align.LEFT, theme.text());
    }

    private String nameOf(int task) {
        List<TaskTrack> tasks = context.frame().trace().tasks();
        return task < 0 || task >= tasks.size() ? "" : DisplayNames.of(tasks.get(task));
    }

    /**
     * Draws the number of a task that may share something, since sentences about it name tasks by
     * their numbers.
     *
     * @return the width of its column, 0 without one
     */
    private double number(TaskTrack task) {
        double column = layout.numberWidth();
        if (column > 0) {
            context.text(
                    NumberFormats.count(task.index() + 1L),
                    ChartLayout.PAD + column - ChartLayout.BESIDE_NUMBER,
                    middle,
                    TextStyle.SMALL,
                    Surface.Align.RIGHT,
                    theme.quietText());
        }
        return column;
    }

    /** The outcome of a task, or null if it has not ended at the shown instant. */
    private @Nullable Outcome outcomeIfEnded(TaskTrack task) {
        return task.endNanos() <= context.frame().horizonNanos() ? task.outcome() : null;
    }

    @Override
    public void bar(int segment, Phase phase, double x, double width) {
        brush.paint(phase, x, middle, width, barHeight);
    }

    @Override
    public boolean draws(Phase phase) {
        return context.frame().draws(phase);
    }

    private void redirectMarks(TaskTrack task) {
        new RedirectMarkPainter(context, task, middle, barHeight).paint();
    }

    /** On a background of its own, so that no line crosses it. */
    private void emptyText() {
        String words =
                switch (context.frame().grouping()) {
                    case TASKS ->
                            context.frame().order().total() > 0
                                    ? RowText.NO_MATCH
                                    : PictureText.NO_TASKS;
                    case WORKERS -> PictureText.NO_WORKERS_YET;
                    case CONNECTIONS -> noConnection();
                    case RESOURCES ->
                            isOver() ? PictureText.NO_RESOURCES : PictureText.NO_RESOURCES_YET;
                };
        TextStyle style = TextStyle.LABEL;
        double centre = (layout.plotLeft() + layout.plotRight()) / 2;
        double line = layout.rows().middle();
        double width = context.fitter().width(words, style) + 8;
        surface.fill(centre - width / 2, line - 10, width, 20, theme.ground());
        context.text(words, centre, line, style, Surface.Align.CENTER, theme.quietText());
    }

    private String noConnection() {
        return isOver() ? PictureText.NO_CONNECTIONS : PictureText.NO_CONNECTIONS_YET;
    }

    private boolean isOver() {
        ChartFrame frame = context.frame();
        return frame.trace().isFinished() && !frame.isReplay();
    }

    private void leftOut(int count) {
        int leftOut = RowMapping.leftOut(context.frame());
        if (leftOut == 0) {
            return;
        }
        String words = leftOutWords(leftOut);
        TextStyle style = TextStyle.LABEL;
        double line = layout.rowTop(count) + layout.rowHeight() / 2;
        double width = context.fitter().width(words, style);
        surface.fill(ChartLayout.PAD, line - 8, width + 4, 16, theme.ground());
        context.text(words, ChartLayout.PAD, line, style, Surface.Align.LEFT, theme.quietText());
    }

    private String leftOutWords(int leftOut) {
        if (context.frame().isReordered()) {
            RowOrder order = context.frame().order();
            return RowText.leftOut(
                    order.accepted() - order.shown(),
                    order.total() - order.accepted(),
                    order.choice().filter().words());
        }
        String one =
                switch (context.frame().grouping()) {
                    case TASKS -> "more task";
                    case WORKERS -> "more worker";
                    case CONNECTIONS -> "more connection";
                    case RESOURCES -> "more resource";
                };
        return "and " + DisplayNames.count(leftOut, one) + ", left out evenly";
    }
}
