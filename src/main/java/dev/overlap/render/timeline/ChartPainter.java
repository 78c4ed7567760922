package dev.overlap.render.timeline;

import dev.overlap.render.PaintTarget;
import dev.overlap.render.Surface;
import dev.overlap.render.TextFitter;
import dev.overlap.render.TextMetrics;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeAxis;
import dev.overlap.render.VerticalSpan;
import dev.overlap.text.PictureText;

/**
 * Paints a trace: the same picture in the window, in a file and in a test. A pure function of its
 * arguments; what it remembers are only texts that it has already cut to a width.
 *
 * <p>Threads: one at a time. Cost: what is visible, whatever the run holds.
 */
public final class ChartPainter {

    private static final TextStyle EMPTY = new TextStyle(15, false);
    private static final String TO_GUESS = PictureText.GUESS_INVITATION;

    private final TextFitter textFitter;

    public ChartPainter(TextMetrics metrics) {
        this.textFitter = new TextFitter(metrics);
    }

    /** Where everything would stand. */
    public ChartLayout layout(ChartFrame frame, PaintTarget target) {
        return new ChartLayout(frame, target, textFitter);
    }

    /**
     * The height at which every row of a frame is in sight.
     *
     * @param rowHeight of one row
     */
    public double heightFor(ChartFrame frame, double width, double rowHeight) {
        PaintTarget target = new PaintTarget(width, 1_000, 1, Theme.LIGHT);
        int legendLines = layout(frame, target).legendLines();
        return ChartLayout.heightFor(frame, rowHeight, legendLines);
    }

    /**
     * Paints a frame over a whole sheet.
     *
     * @return where everything stands now
     */
    public ChartLayout paint(Surface surface, ChartFrame frame, PaintTarget target) {
        ChartLayout layout = layout(frame, target);
        PaintContext context = new PaintContext(surface, target.theme(), textFitter, frame, layout);
        surface.fill(0, 0, target.width(), target.height(), target.theme().ground());
        RowPainter rows = new RowPainter(context);
        rows.paintSelection();
        paintAxis(context);
        Legend.paint(context);
        new ReferenceLinePainter(context).paint();
        rows.paint();
        new ConcurrencyCurvePainter(context).paint();
        new WorkerLanePainter(context).paintStrip();
        playhead(context);
        return layout;
    }

    /**
     * Paints a sheet that has nothing to show but an axis to guess on and a sentence.
     *
     * @param blank as {@link ChartFrame#blank} makes it
     * @return where everything stands now
     */
    public ChartLayout paintEmpty(
            Surface surface, ChartFrame blank, PaintTarget target, String sentence) {
        ChartLayout layout = layout(blank, target);
        PaintContext context = new PaintContext(surface, target.theme(), textFitter, blank, layout);
        surface.fill(0, 0, target.width(), target.height(), target.theme().ground());
        paintAxis(context);
        new ReferenceLinePainter(context).paint();
        double middle = target.height() / 2;
        quietly(surface, target, sentence, EMPTY, middle);
        quietly(surface, target, TO_GUESS, TextStyle.SMALL, middle + 26);
        return layout;
    }

    /** On a piece of ground, so that no line crosses it. */
    private void quietly(
            Surface surface, PaintTarget target, String said, TextStyle style, double middle) {
        String words = textFitter.fit(said, style, target.width() - 2 * ChartLayout.PAD);
        double width = textFitter.width(words, style) + 8;
        double left = (target.width() - width) / 2;
        surface.fill(left, middle - 11, width, 22, target.theme().ground());
        double baseline = middle + style.baselineFromMiddle();
        int ink = target.theme().quietText();
        surface.text(words, target.width() / 2, baseline, style, Surface.Align.CENTER, ink);
    }

    private static void playhead(PaintContext context) {
        long at = context.frame().horizonNanos();
        if (!context.frame().isReplay() || !context.scale().shows(at)) {
            return;
        }
        int ink = context.theme().accent();
        double x = context.scale().edge(at);
        double top = context.layout().axis().bottom();
        VerticalSpan words = context.layout().captions(); // no line crosses them
        context.surface().fill(x - 1, top, 2, words.top() - top, ink);
        context.surface().fill(x - 1, words.bottom(), 2, context.bottom() - words.bottom(), ink);
        double[] xs = {x - 5, x + 5, x};
        double[] ys = {top - 6, top - 6, top + 2};
        context.surface().area(xs, ys, 3, ink);
    }

    private static void paintAxis(PaintContext context) {
        ChartLayout layout = context.layout();
        new TimeAxis(
                        context.surface(),
                        context.theme(),
                        context.fitter(),
                        context.scale(),
                        layout.axis(),
                        context.bottom(),
                        ChartLayout.PAD,
                        layout.width())
                .paint();
    }
}
