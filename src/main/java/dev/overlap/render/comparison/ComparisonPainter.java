package dev.overlap.render.comparison;

import dev.overlap.render.PaintTarget;
import dev.overlap.render.Surface;
import dev.overlap.render.TextFitter;
import dev.overlap.render.TextMetrics;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeAxis;
import dev.overlap.render.VerticalSpan;
import dev.overlap.trace.Phase;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Paints a comparison, identically in the window, in files and in tests. A function of its
 * arguments apart from caches of shortened texts and trace metrics.
 *
 * <p>Threads: one at a time. Cost: visits every phase of a trace when it is first seen, and a few
 * times per second while it grows; otherwise depends on what is visible.
 */
public final class ComparisonPainter {

    private static final double COLUMN_GAP = 16;

    private final TextFitter textFitter;
    private final TraceMetricsCache metricsCache = new TraceMetricsCache();

    public ComparisonPainter(TextMetrics metrics) {
        this.textFitter = new TextFitter(metrics);
    }

    /** Returns the layout without painting. */
    ComparisonLayout layout(ComparisonFrame shown, PaintTarget target) {
        return new ComparisonLayout(VariantPanels.of(shown, metricsCache), target, textFitter);
    }

    /** The height at which all panels are visible at a comfortable height. */
    public double comfortableHeight(ComparisonFrame shown, double width) {
        return ComparisonLayout.comfortableHeight(
                VariantPanels.of(shown, metricsCache), width, textFitter);
    }

    /** The minimum height at which all panels are visible. */
    public double minHeight(ComparisonFrame shown, double width) {
        return ComparisonLayout.minHeight(VariantPanels.of(shown, metricsCache), width, textFitter);
    }

    /**
     * Paints the whole target.
     *
     * @return the layout
     */
    public ComparisonLayout paint(Surface surface, ComparisonFrame shown, PaintTarget target) {
        ComparisonLayout layout = layout(shown, target);
        new Picture(surface, target, layout).paint();
        return layout;
    }

    /** One drawing in progress. */
    private final class Picture {

        private final Surface surface;
        private final PaintTarget target;
        private final Theme theme;
        private final ComparisonLayout layout;
        private final Set<Phase> visiblePhases = EnumSet.noneOf(Phase.class);

        Picture(Surface surface, PaintTarget target, ComparisonLayout layout) {
            this.surface = surface;
            this.target = target;
            this.theme = target.theme();
            this.layout = layout;
        }

        void paint() {
            surface.fill(0, 0, target.width(), target.height(), theme.ground());
            PanelPainter parts =
                    new PanelPainter(surface, theme, textFitter, layout, visiblePhases);
            inView(this::selection);
            axis();
            inView(() -> each(parts::plot));
            ComparisonFooterPainter footer = new ComparisonFooterPainter(surface, target, layout);
            footer.marks();
            inView(() -> each(parts::texts));
            new PhaseLegendPainter(surface, target, textFitter)
                    .paint(visiblePhases, layout.parts().traces());
            footer.sentence();
        }

        private void inView(Runnable painting) {
            VerticalSpan view = layout.view();
            surface.clip(0, view.top(), target.width(), view.height());
            painting.run();
            surface.unclip();
        }

        private void selection() {
            int selected = layout.parts().shown().selected();
            if (layout.indices().contains(selected)) {
                VerticalSpan verticalSpan = layout.partOf(selected);
                surface.fill(
                        0,
                        verticalSpan.top(),
                        target.width(),
                        verticalSpan.height(),
                        theme.selected());
                surface.fill(0, verticalSpan.top(), 3, verticalSpan.height(), theme.accent());
            }
        }

        private void axis() {
            double right = layout.plotRight();
            double to = layout.columns().left() + COLUMN_GAP;
            VerticalSpan view = layout.view();
            new TimeAxis(
                            surface,
                            theme,
                            textFitter,
                            layout.scale(),
                            layout.axis(),
                            view.bottom(),
                            layout.plotLeft() - COLUMN_GAP * 2,
                            Math.max(right, to))
                    .paint();
            for (Map.Entry<NumberColumn, Double> column : layout.columns().rights().entrySet()) {
                text(
                        column.getKey().heading(),
                        column.getValue(),
                        layout.axis().middle() + 1,
                        Surface.Align.RIGHT,
                        theme.quietText());
            }
        }

        /** Applies one pass to all visible panels. */
        private void each(BiConsumer<VariantPanel, VerticalSpan> pass) {
            VerticalSpan view = layout.view();
            double pixel = target.pixel();
            for (int place = 0; place < layout.parts().list().size(); place++) {
                VerticalSpan verticalSpan = layout.band(place);
                if (verticalSpan.top() < view.bottom() && verticalSpan.bottom() > view.top()) {
                    pass.accept(layout.parts().list().get(place), verticalSpan);
                    surface.fill(
                            0, verticalSpan.bottom() - pixel, target.width(), pixel, theme.grid());
                }
            }
        }

        private void text(String text, double x, double middle, Surface.Align align, int ink) {
            TextStyle style = TextStyle.SMALL;
            surface.text(text, x, middle + style.baselineFromMiddle(), style, align, ink);
        }
    }
}
