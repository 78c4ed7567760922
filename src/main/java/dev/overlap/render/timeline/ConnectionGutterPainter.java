package dev.overlap.render.timeline;

import dev.overlap.render.Surface;
import dev.overlap.render.TextFitter;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.text.DisplayNames;
import dev.overlap.text.NumberFormats;
import dev.overlap.trace.ConnectionTrack;

/** Paints what is left of a connection's row: its number, its host, and its number of exchanges. */
final class ConnectionGutterPainter {

    private static final double BETWEEN_COLUMNS = 8;

    private final PaintContext context;
    private final ConnectionTrack connection;
    private final double rowMiddle;

    ConnectionGutterPainter(PaintContext context, ConnectionTrack connection, double rowMiddle) {
        this.context = context;
        this.connection = connection;
        this.rowMiddle = rowMiddle;
    }

    void paint() {
        Theme theme = context.theme();
        TextFitter textFitter = context.fitter();
        String widestNumber = NumberFormats.count(context.frame().trace().connections().size());
        double column = ChartLayout.PAD + textFitter.width(widestNumber, TextStyle.SMALL);
        String number = NumberFormats.count(connection.index() + 1);
        text(number, column, TextStyle.SMALL, Surface.Align.RIGHT, theme.quietText());
        double left = column + BETWEEN_COLUMNS;
        double right = context.layout().statusRight();
        String name = DisplayNames.of(connection);
        String count =
                count(right - left - BETWEEN_COLUMNS - textFitter.width(name, TextStyle.LABEL));
        text(count, right, TextStyle.SMALL, Surface.Align.RIGHT, theme.quietText());
        double available =
                right - left - BETWEEN_COLUMNS - textFitter.width(count, TextStyle.SMALL);
        String shown = textFitter.fit(name, TextStyle.LABEL, available);
        text(shown, left, TextStyle.LABEL, Surface.Align.LEFT, theme.text());
    }

    /** Spelled out if there is space. */
    private String count(double available) {
        int uses = connection.useAt(context.frame().horizonNanos()) + 1;
        String words = NumberFormats.count(uses, "exchange");
        boolean fits = context.fitter().width(words, TextStyle.SMALL) <= available;
        return fits ? words : NumberFormats.count(uses);
    }

    private void text(String text, double x, TextStyle style, Surface.Align align, int ink) {
        context.text(text, x, rowMiddle, style, align, ink);
    }
}
