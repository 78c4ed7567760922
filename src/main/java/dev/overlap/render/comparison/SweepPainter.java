package dev.overlap.render.comparison;

import dev.overlap.render.PaintTarget;
import dev.overlap.render.Surface;
import dev.overlap.render.TextFitter;
import dev.overlap.render.TextMetrics;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.PictureText;
import dev.overlap.text.UncontendedTimeText;
import dev.overlap.trace.metrics.LowerBound;

/**
 * Paints a sweep: wall time against workers, which shows the knee beyond which more workers do not
 * help. The median of each number of workers is a point on a line, with whiskers from the shortest
 * run to the longest.
 *
 * <p>Threads: one at a time. A pure function of its arguments, apart from a cache of shortened
 * texts.
 */
public final class SweepPainter {

    private static final double KEY_MIDDLE = SweepAxes.TITLE_MIDDLE;
    private static final double SELECTION = 52;
    private static final TextStyle VALUE = new TextStyle(12.5, true);

    private final TextFitter textFitter;

    public SweepPainter(TextMetrics metrics) {
        this.textFitter = new TextFitter(metrics);
    }

    /** Returns the layout without painting. */
    SweepLayout layout(SweepFrame shown, PaintTarget target) {
        return new SweepLayout(shown, target, textFitter);
    }

    /**
     * Paints the whole target.
     *
     * @return the layout
     */
    public SweepLayout paint(Surface surface, SweepFrame shown, PaintTarget target) {
        SweepLayout layout = layout(shown, target);
        surface.fill(0, 0, target.width(), target.height(), target.theme().ground());
        if (!shown.points().isEmpty()) {
            Picture picture = new Picture(surface, target.theme(), shown, layout);
            picture.selection();
            new SweepAxes(surface, target.theme(), shown, layout).paint();
            picture.sentence();
            picture.bound();
            picture.ideal();
            picture.curve();
        }
        return layout;
    }

    /** One drawing in progress. */
    private final class Picture {

        private final Surface surface;
        private final Theme theme;
        private final SweepFrame shown;
        private final SweepLayout layout;
        private final SweepCurves curves;
        private double keysRight;

        Picture(Surface surface, Theme theme, SweepFrame shown, SweepLayout layout) {
            this.surface = surface;
            this.theme = theme;
            this.shown = shown;
            this.layout = layout;
            this.keysRight = layout.right();
            this.curves = new SweepCurves(surface, theme, shown, layout);
        }

        void selection() {
            if (shown.selected() >= 0 && shown.selected() < shown.points().size()) {
                double left = layout.xOf(shown.selected()) - SELECTION / 2;
                double height = layout.plot().height() + SELECTION / 2;
                surface.fill(left, layout.plot().top(), SELECTION, height, theme.selected());
            }
        }

        void sentence() {
            double top = layout.sentenceTop();
            for (String line : layout.sentence()) {
                double baseline = top + ComparisonFooter.SENTENCE.baselineFromMiddle();
                int ink = theme.text();
                surface.text(
                        line,
                        PaintTarget.PAD,
                        baseline,
                        ComparisonFooter.SENTENCE,
                        Surface.Align.LEFT,
                        ink);
                top += ComparisonFooter.SENTENCE_LINE;
            }
        }

        void bound() {
            LowerBound bound = shown.bound();
            if (bound.isKnown()) {
                double y = Math.round(layout.yOf(bound.nanos())) + 0.5;
                int ink = theme.lowerBound();
                surface.line(layout.left(), y, layout.right(), y, Surface.Stroke.DASHED, ink);
                key(UncontendedTimeText.bound(bound), ink);
            }
        }

        void ideal() {
            int first = shown.points().getFirst().workers();
            if (!Double.isNaN(shown.ideal(first)) && shown.points().size() > 1) {
                curves.ideal();
                key(idealWords(), theme.oneByOne());
            }
        }

        private String idealWords() {
            if (shown.isOfShares()) {
                return PictureText.SWEEP_IDEAL_SHARE;
            }
            if (shown.isForecast()) {
                return PictureText.SWEEP_IDEAL_FORECAST;
            }
            int base =
                    shown.points().stream()
                            .filter(SweepFrame.Point::isMeasured)
                            .findFirst()
                            .orElseThrow()
                            .workers();
            return base == 1
                    ? PictureText.SWEEP_IDEAL
                    : "ideal: " + base + " workers\u2019 wall \u00d7 " + base + " / n";
        }

        /** Explains a dashed line above the plot, where nothing overlaps it. */
        private void key(String words, int ink) {
            double width = textFitter.width(words, TextStyle.SMALL);
            double baseline = KEY_MIDDLE + TextStyle.SMALL.baselineFromMiddle();
            Surface.Align right = Surface.Align.RIGHT;
            surface.text(words, keysRight, baseline, TextStyle.SMALL, right, ink);
            double dashes = keysRight - width - 8;
            surface.line(dashes - 24, KEY_MIDDLE, dashes, KEY_MIDDLE, Surface.Stroke.DASHED, ink);
            keysRight = dashes - 24 - 20;
        }

        void curve() {
            curves.measured();
            for (int i = 0; i < shown.points().size(); i++) {
                SweepFrame.Point point = shown.points().get(i);
                if (point.isMeasured()) {
                    curves.point(i);
                    value(point, layout.xOf(i));
                } else if (point.isGrowing()) {
                    growing(i);
                }
            }
        }

        /** Right of the point and above it, where a falling curve leaves space. */
        private void value(SweepFrame.Point point, double x) {
            String words = DurationFormat.text(point.medianNanos());
            double middle = layout.yOf((double) point.medianNanos()) - 11;
            double baseline = middle + VALUE.baselineFromMiddle();
            surface.text(words, x + 8, baseline, VALUE, Surface.Align.LEFT, theme.text());
        }

        /** The time so far of a number without a finished run. */
        private void growing(int index) {
            double x = layout.xOf(index);
            curves.growing(index);
            String words = DurationFormat.text(shown.points().get(index).liveNanos());
            double baseline =
                    layout.yOf(shown.points().get(index).liveNanos())
                            - 11
                            + TextStyle.SMALL.baselineFromMiddle();
            int ink = theme.quietText();
            surface.text(
                    words + " so far", x + 8, baseline, TextStyle.SMALL, Surface.Align.LEFT, ink);
        }
    }
}
