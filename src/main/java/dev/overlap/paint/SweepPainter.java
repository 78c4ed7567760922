package dev.overlap.paint;

import java.util.List;

/**
 * Paints a sweep: wall time against workers, so that the knee is seen from where on more of them
 * help no more. The median of each number of workers is a point on a line, its whiskers reach from
 * the shortest run to the longest.
 *
 * <p>Threads: one at a time. A pure function of its arguments, but for texts that it has cut.
 */
public final class SweepPainter {

    private static final double LEAST_BETWEEN_TICKS = 44;
    private static final TextStyle VALUE = new TextStyle(12.5, true);

    private final Labels labels;

    public SweepPainter(TextMetrics metrics) {
        this.labels = new Labels(metrics);
    }

    /** Where everything would stand. */
    public SweepLayout layout(SweepPicture shown, Sheet sheet) {
        return new SweepLayout(shown, sheet, labels);
    }

    /**
     * Paints over a whole sheet.
     *
     * @return where everything stands now
     */
    public SweepLayout paint(Surface surface, SweepPicture shown, Sheet sheet) {
        SweepLayout layout = layout(shown, sheet);
        surface.fill(0, 0, sheet.width(), sheet.height(), sheet.theme().ground());
        if (!shown.points().isEmpty()) {
            Picture picture = new Picture(surface, sheet.theme(), shown, layout);
            picture.axes();
            picture.bound();
            picture.ideal();
            picture.curve();
        }
        return layout;
    }

    /** One picture in the making. */
    private final class Picture {

        private final Surface surface;
        private final Theme theme;
        private final SweepPicture shown;
        private final SweepLayout layout;
        private final SweepCurves curves;

        Picture(Surface surface, Theme theme, SweepPicture shown, SweepLayout layout) {
            this.surface = surface;
            this.theme = theme;
            this.shown = shown;
            this.layout = layout;
            this.curves = new SweepCurves(surface, theme, shown, layout);
        }

        void axes() {
            Ticks ticks = ticks();
            for (long at = 0; at <= layout.mostNanos(); at += ticks.stepNanos()) {
                double y = Math.round(layout.yOf(at));
                surface.fill(layout.left(), y, layout.right() - layout.left(), 1, theme.grid());
                text(ticks.label(at), layout.left() - 8, y, Surface.Align.RIGHT);
            }
            double below = layout.plot().bottom();
            for (int i = 0; i < shown.points().size(); i++) {
                double x = Math.round(layout.xOf(i));
                surface.fill(x, below, 1, 5, theme.quietText());
                text(Counts.number(shown.points().get(i).workers()), x, below + 16, CENTER);
            }
            double middle = (layout.left() + layout.right()) / 2;
            text("workers (each step twice as far is twice as many)", middle, below + 38, CENTER);
            text("wall time, median of the runs", Layout.PAD, 16, Surface.Align.LEFT);
            sentence();
        }

        private Ticks ticks() {
            Window time = new Window(0, (long) layout.mostNanos());
            return Ticks.of(
                    time, LEAST_BETWEEN_TICKS * time.lengthNanos() / layout.plot().height());
        }

        private void sentence() {
            double top = layout.sentenceTop();
            for (String line : layout.sentence()) {
                double baseline = top + Footer.SENTENCE.baselineFromMiddle();
                int ink = theme.text();
                surface.text(line, Layout.PAD, baseline, Footer.SENTENCE, Surface.Align.LEFT, ink);
                top += Footer.SENTENCE_LINE;
            }
        }

        void bound() {
            long longest = shown.longestNanos();
            if (longest > 0) {
                double y = Math.round(layout.yOf(longest)) + 0.5;
                int ink = theme.lowerBound();
                surface.line(layout.left(), y, layout.right(), y, Surface.Stroke.DASHED, ink);
                caption(
                        "longest task, alone: " + Durations.text(longest),
                        layout.left() + 4,
                        y + 9,
                        ink);
            }
        }

        void ideal() {
            List<SweepPicture.Point> measured =
                    shown.points().stream().filter(SweepPicture.Point::isMeasured).toList();
            if (measured.isEmpty() || shown.points().size() < 2) {
                return;
            }
            curves.ideal();
            int base = measured.getFirst().workers();
            String words =
                    base == 1
                            ? "ideal: 1 worker\u2019s wall / n"
                            : "ideal: " + base + " workers\u2019 wall \u00d7 " + base + " / n";
            double at = layout.xOf(shown.points().size() - 1);
            double y = layout.yOf(shown.ideal(shown.points().getLast().workers()));
            double width = labels.width(words, TextStyle.SMALL);
            caption(words, at - width, y + 9, theme.oneByOne());
        }

        void curve() {
            curves.measured();
            for (int i = 0; i < shown.points().size(); i++) {
                SweepPicture.Point point = shown.points().get(i);
                if (point.isMeasured()) {
                    curves.point(i);
                    value(point, layout.xOf(i));
                } else if (point.running()) {
                    text("running", layout.xOf(i), layout.plot().bottom() - 10, CENTER);
                }
            }
        }

        /** Above the longest run, on a piece of ground so that no line crosses it. */
        private void value(SweepPicture.Point point, double x) {
            String words = Durations.text(point.medianNanos());
            double width = labels.width(words, VALUE);
            double middle = layout.yOf(point.mostNanos()) - 14;
            surface.fill(x - width / 2 - 2, middle - 7, width + 4, 14, theme.ground());
            double baseline = middle + VALUE.baselineFromMiddle();
            surface.text(words, x, baseline, VALUE, CENTER, theme.text());
        }

        private void caption(String words, double x, double middle, int ink) {
            double width = labels.width(words, TextStyle.SMALL);
            surface.fill(x - 2, middle - 7, width + 4, 14, theme.ground());
            double baseline = middle + TextStyle.SMALL.baselineFromMiddle();
            surface.text(words, x, baseline, TextStyle.SMALL, Surface.Align.LEFT, ink);
        }

        private void text(String words, double x, double middle, Surface.Align align) {
            double baseline = middle + TextStyle.SMALL.baselineFromMiddle();
            surface.text(words, x, baseline, TextStyle.SMALL, align, theme.quietText());
        }
    }

    private static final Surface.Align CENTER = Surface.Align.CENTER;
}
