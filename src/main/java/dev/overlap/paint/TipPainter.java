package dev.overlap.paint;

import java.util.ArrayList;
import java.util.List;

/**
 * Paints a {@link Tip} on a small sheet of its own, and says how large that must be.
 *
 * <p>It is painted like the chart, and not a popup of the toolkit, so that it follows the mouse
 * without a window of its own, is the same on every system, and can be tested as text.
 */
public final class TipPainter {

    private static final double PAD = 10;
    private static final double LINE = 18;
    private static final double MOST_WIDTH = 380;
    private static final double CHIP = 14;
    private static final double CHIP_HEIGHT = 10;
    private static final double GAP = 8;

    /** A tip with its lines broken. */
    private record Broken(Tip tip, List<String> title, List<String> reason) {
        int lines() {
            return title.size()
                    + (tip.here().isEmpty() ? 0 : 1)
                    + tip.parts().size()
                    + reason.size();
        }
    }

    private final TextMetrics metrics;

    public TipPainter(TextMetrics metrics) {
        this.metrics = metrics;
    }

    /** The width that a tip needs, in units of the layout. */
    public double width(Tip tip) {
        Broken broken = broken(tip);
        double widest = metrics.width(tip.here(), TextStyle.SMALL);
        for (String line : broken.title) {
            widest = Math.max(widest, metrics.width(line, TextStyle.STRONG));
        }
        for (String line : broken.reason) {
            widest = Math.max(widest, metrics.width(line, TextStyle.SMALL));
        }
        for (Tip.Part part : tip.parts()) {
            widest = Math.max(widest, width(part));
        }
        return Math.ceil(widest) + 2 * PAD;
    }

    private double width(Tip.Part part) {
        return CHIP
                + metrics.width(part.phase().words(), TextStyle.SMALL)
                + metrics.width(Durations.text(part.nanos()), TextStyle.SMALL)
                + 4 * GAP;
    }

    /** The height that a tip needs, in units of the layout. */
    public double height(Tip tip) {
        return broken(tip).lines() * LINE + 2 * PAD - 4;
    }

    /** Paints a tip over a sheet of the size that it needs. */
    public void paint(Surface surface, Tip tip, Sheet sheet) {
        Broken broken = broken(tip);
        Theme theme = sheet.theme();
        surface.fill(0, 0, sheet.width(), sheet.height(), theme.ground());
        surface.outline(0, 0, sheet.width(), sheet.height(), theme.quietText());
        Pen pen = new Pen(surface, sheet);
        broken.title.forEach(line -> pen.line(line, TextStyle.STRONG, theme.text()));
        if (!tip.here().isEmpty()) {
            pen.line(tip.here(), TextStyle.SMALL, theme.text());
        }
        tip.parts().forEach(pen::part);
        broken.reason.forEach(line -> pen.line(line, TextStyle.SMALL, theme.quietText()));
    }

    private Broken broken(Tip tip) {
        return new Broken(
                tip, broken(tip.title(), TextStyle.STRONG), broken(tip.reason(), TextStyle.SMALL));
    }

    /** Lines that fit; a word that is longer than a line, such as a URL, is cut where it must. */
    private List<String> broken(String text, TextStyle style) {
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

    /** How many letters of a text fit on a line, one at least. */
    private int fitting(String text, TextStyle style) {
        int low = 1;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (metrics.width(text.substring(0, middle), style) <= MOST_WIDTH) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Writes line under line. */
    private static final class Pen {

        private final Surface surface;
        private final Sheet sheet;
        private final PhaseBrush brush;
        private double middle = PAD + LINE / 2 - 2;

        Pen(Surface surface, Sheet sheet) {
            this.surface = surface;
            this.sheet = sheet;
            this.brush = new PhaseBrush(surface, sheet.theme());
        }

        void line(String text, TextStyle style, int ink) {
            write(text, PAD, style, Surface.Align.LEFT, ink);
            middle += LINE;
        }

        void part(Tip.Part part) {
            Theme theme = sheet.theme();
            brush.paint(part.phase(), PAD, middle, CHIP, CHIP_HEIGHT);
            double name = PAD + CHIP + GAP;
            write(
                    part.phase().words(),
                    name,
                    TextStyle.SMALL,
                    Surface.Align.LEFT,
                    theme.quietText());
            String nanos = Durations.text(part.nanos());
            double right = sheet.width() - PAD;
            write(nanos, right, TextStyle.SMALL, Surface.Align.RIGHT, theme.text());
            middle += LINE;
        }

        private void write(String text, double x, TextStyle style, Surface.Align align, int ink) {
            surface.text(text, x, middle + style.baselineFromMiddle(), style, align, ink);
        }
    }
}
