package dev.overlap.paint;

import dev.overlap.trace.Phase;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Paints a comparison: the same picture in the window, in a file and in a test. A function of its
 * arguments; what it remembers are texts that it has cut to a width and the figures of traces that
 * it has counted.
 *
 * <p>Threads: one at a time. Cost: a look at every phase of a trace when it is first seen, and
 * while it grows a few times a second; besides that what is visible.
 */
public final class MultiplesPainter {

    private static final double SWATCH = 12;
    private static final double GAP = 6;
    private static final double BETWEEN = 16;

    private final Labels labels;
    private final FigureMemory memory = new FigureMemory();

    public MultiplesPainter(TextMetrics metrics) {
        this.labels = new Labels(metrics);
    }

    /** Where everything would stand. */
    public MultiplesLayout layout(Multiples shown, Sheet sheet) {
        return new MultiplesLayout(Parts.of(shown, memory), sheet, labels);
    }

    /** The height at which all parts are in sight and as high as is comfortable. */
    public double comfortableHeight(Multiples shown, double width) {
        return MultiplesLayout.comfortableHeight(Parts.of(shown, memory), width, labels);
    }

    /** The least height at which all parts are in sight. */
    public double leastHeight(Multiples shown, double width) {
        return MultiplesLayout.leastHeight(Parts.of(shown, memory), width, labels);
    }

    /**
     * Paints over a whole sheet.
     *
     * @return where everything stands now
     */
    public MultiplesLayout paint(Surface surface, Multiples shown, Sheet sheet) {
        MultiplesLayout layout = layout(shown, sheet);
        new Picture(surface, sheet, layout).paint();
        return layout;
    }

    /** One picture in the making. */
    private final class Picture {

        private final Surface surface;
        private final Sheet sheet;
        private final Theme theme;
        private final MultiplesLayout layout;
        private final Set<Phase> seen = EnumSet.noneOf(Phase.class);

        Picture(Surface surface, Sheet sheet, MultiplesLayout layout) {
            this.surface = surface;
            this.sheet = sheet;
            this.theme = sheet.theme();
            this.layout = layout;
        }

        void paint() {
            surface.fill(0, 0, sheet.width(), sheet.height(), theme.ground());
            PartPainter parts = new PartPainter(surface, theme, labels, layout, seen);
            inView(this::selection);
            axis();
            inView(() -> each(parts::plot));
            marks();
            inView(() -> each(parts::words));
            legend();
            sentence();
        }

        private void inView(Runnable painting) {
            Band view = layout.view();
            surface.clip(0, view.top(), sheet.width(), view.height());
            painting.run();
            surface.unclip();
        }

        private void selection() {
            int selected = layout.parts().shown().selected();
            if (layout.indices().contains(selected)) {
                Band band = layout.partOf(selected);
                surface.fill(0, band.top(), sheet.width(), band.height(), theme.selected());
                surface.fill(0, band.top(), 3, band.height(), theme.accent());
            }
        }

        private void axis() {
            double right = layout.plotRight();
            double to = layout.columns().left() + BETWEEN;
            Band view = layout.view();
            new Axis(
                            surface,
                            theme,
                            labels,
                            layout.scale(),
                            layout.axis(),
                            view.bottom(),
                            layout.plotLeft() - BETWEEN * 2,
                            Math.max(right, to))
                    .paint();
            for (Map.Entry<Column, Double> column : layout.columns().rights().entrySet()) {
                text(
                        column.getKey().heading(),
                        column.getValue(),
                        layout.axis().middle() + 1,
                        Surface.Align.RIGHT,
                        theme.quietText());
            }
        }

        /** Gives all parts in sight to one pass over them. */
        private void each(BiConsumer<Part, Band> pass) {
            Band view = layout.view();
            double pixel = sheet.pixel();
            for (int place = 0; place < layout.parts().list().size(); place++) {
                Band band = layout.band(place);
                if (band.top() < view.bottom() && band.bottom() > view.top()) {
                    pass.accept(layout.parts().list().get(place), band);
                    surface.fill(0, band.bottom() - pixel, sheet.width(), pixel, theme.grid());
                }
            }
        }

        private void marks() {
            Band view = layout.view();
            List<Footer.Mark> marks = layout.footer().marks();
            boolean apart = layout.footer().captionLines() > 1;
            for (int i = 0; i < marks.size(); i++) {
                Footer.Mark mark = marks.get(i);
                double line = apart ? i + 0.5 : 0.5;
                double middle = view.bottom() + 4 + line * Footer.CAPTION_LINE;
                int ink = mark.ink(theme);
                if (mark.x() <= layout.plotRight()) {
                    double x = mark.x() + sheet.pixel() / 2;
                    surface.line(x, view.top(), x, middle + 7, Surface.Stroke.DASHED, ink);
                }
                text(mark.words(), mark.left(), middle, Surface.Align.LEFT, ink);
            }
        }

        /** The phases that can be seen in some part. */
        private void legend() {
            double x = Layout.PAD;
            double middle = MultiplesLayout.LEGEND / 2 + 2;
            PhaseBrush brush = new PhaseBrush(surface, theme);
            for (Phase phase : seen) {
                double width = SWATCH + GAP + labels.width(phase.words(), TextStyle.SMALL);
                if (x + width > sheet.width()) {
                    return;
                }
                brush.paint(phase, x, middle, SWATCH, SWATCH);
                double begin = x + SWATCH + GAP;
                text(phase.words(), begin, middle, Surface.Align.LEFT, theme.quietText());
                x += width + BETWEEN;
            }
        }

        private void sentence() {
            double top = layout.view().bottom() + layout.footer().captionsHeight() + 8;
            TextStyle style = Footer.SENTENCE;
            for (String line : layout.footer().sentence()) {
                double baseline = top + Footer.SENTENCE_LINE / 2 + style.baselineFromMiddle();
                surface.text(line, Layout.PAD, baseline, style, Surface.Align.LEFT, theme.text());
                top += Footer.SENTENCE_LINE;
            }
        }

        private void text(String text, double x, double middle, Surface.Align align, int ink) {
            TextStyle style = TextStyle.SMALL;
            surface.text(text, x, middle + style.baselineFromMiddle(), style, align, ink);
        }
    }
}
