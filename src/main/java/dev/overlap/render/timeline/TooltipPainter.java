package dev.overlap.render.timeline;

import dev.overlap.render.PaintTarget;
import dev.overlap.render.PhaseBrush;
import dev.overlap.render.Surface;
import dev.overlap.render.TextMetrics;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.text.DurationFormat;

import java.util.ArrayList;
import java.util.List;

/**
 * Paints a {@link TooltipContent} and computes its size.
 *
 * <p>Tooltips are painted like the chart rather than using a popup of the toolkit, so that they
 * follow the mouse without a window of their own, look the same on every system, and can be tested.
 */
public final class TooltipPainter {

    private static final double PAD = 10;
    private static final double LINE = 18;
    private static final double MAX_WIDTH = 380;
    private static final double CHIP = 14;
    private static final double CHIP_HEIGHT = 10;
    private static final double GAP = 8;

    /** A tooltip with wrapped lines. */
    private record WrappedTooltip(TooltipContent content, List<String> title, List<String> reason) {
        int lines() {
            return title.size()
                    + (content.here().isEmpty() ? 0 : 1)
                    + content.parts().size()
                    + reason.size();
        }
    }

    private final TextMetrics metrics;

    public TooltipPainter(TextMetrics metrics) {
        this.metrics = metrics;
    }

    /** The width of a tooltip, in units of the layout. */
    public double width(TooltipContent tooltip) {
        WrappedTooltip wrap = wrap(tooltip);
        double widest = metrics.width(tooltip.here(), TextStyle.SMALL);
        for (String line : wrap.title) {
            widest = Math.max(widest, metrics.width(line, TextStyle.STRONG));
        }
        for (String line : wrap.reason) {
            widest = Math.max(widest, metrics.width(line, TextStyle.SMALL));
        }
        for (TooltipContent.PhaseShare phaseShare : tooltip.parts()) {
            widest = Math.max(widest, width(phaseShare));
        }
        return Math.ceil(widest) + 2 * PAD;
    }

    private double width(TooltipContent.PhaseShare phaseShare) {
        return CHIP
                + metrics.width(phaseShare.name(), TextStyle.SMALL)
                + metrics.width(DurationFormat.inColumn(phaseShare.nanos()), TextStyle.SMALL)
                + 4 * GAP;
    }

    /** The height of a tooltip, in units of the layout. */
    public double height(TooltipContent tooltip) {
        return wrap(tooltip).lines() * LINE + 2 * PAD - 4;
    }

    /** Paints a tooltip over a target of its size. */
    public void paint(Surface surface, TooltipContent tooltip, PaintTarget target) {
        WrappedTooltip wrap = wrap(tooltip);
        Theme theme = target.theme();
        surface.fill(0, 0, target.width(), target.height(), theme.ground());
        surface.outline(0, 0, target.width(), target.height(), theme.quietText());
        Pen pen = new Pen(surface, target);
        wrap.title.forEach(line -> pen.line(line, TextStyle.STRONG, theme.text()));
        if (!tooltip.here().isEmpty()) {
            pen.line(tooltip.here(), TextStyle.SMALL, theme.text());
        }
        tooltip.parts().forEach(pen::part);
        wrap.reason.forEach(line -> pen.line(line, TextStyle.SMALL, theme.quietText()));
    }

    private WrappedTooltip wrap(TooltipContent tooltip) {
        return new WrappedTooltip(
                tooltip,
                wrap(tooltip.title(), TextStyle.STRONG),
                wrap(tooltip.reason(), TextStyle.SMALL));
    }

    /** Wraps a text; a word longer than a line, such as a URL, is broken. */
    private List<String> wrap(String text, TextStyle style) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (!rest.isEmpty()) {
            int end = fitting(rest, style);
            int blank = rest.lastIndexOf(' ', end);
            int cut = end == rest.length() || blank <= 0 ? end : blank;
            lines.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).stripLeading();
        }
        return lines;
    }

    /** The number of letters that fit on a line, at least one. */
    private int fitting(String text, TextStyle style) {
        int low = 1;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (metrics.width(text.substring(0, middle), style) <= MAX_WIDTH) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Writes consecutive lines. */
    private static final class Pen {

        private final Surface surface;
        private final PaintTarget target;
        private final PhaseBrush brush;
        private double middle = PAD + LINE / 2 - 2;

        Pen(Surface surface, PaintTarget target) {
            this.surface = surface;
            this.target = target;
            this.brush = new PhaseBrush(surface, target.theme());
        }

        void line(String text, TextStyle style, int ink) {
            write(text, PAD, style, Surface.Align.LEFT, ink);
            middle += LINE;
        }

        void part(TooltipContent.PhaseShare phaseShare) {
            Theme theme = target.theme();
            brush.paint(phaseShare.phase(), PAD, middle, CHIP, CHIP_HEIGHT);
            double name = PAD + CHIP + GAP;
            write(phaseShare.name(), name, TextStyle.SMALL, Surface.Align.LEFT, theme.quietText());
            String nanos = DurationFormat.inColumn(phaseShare.nanos());
            double right = target.width() - PAD;
            write(nanos, right, TextStyle.SMALL, Surface.Align.RIGHT, theme.text());
            middle += LINE;
        }

        private void write(String text, double x, TextStyle style, Surface.Align align, int ink) {
            surface.text(text, x, middle + style.baselineFromMiddle(), style, align, ink);
        }
    }
}
