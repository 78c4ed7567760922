package dev.overlap.render.timeline;

import dev.overlap.render.Surface;
import dev.overlap.render.TextFitter;
import dev.overlap.render.TextStyle;
import dev.overlap.text.DisplayNames;
import dev.overlap.text.NumberFormats;
import dev.overlap.trace.ConnectionTrack;

/** Paints what is left of a connection's row: its number, its host, and its number of exchanges. */
final class ConnectionGutterPainter {

    private static final double BETWEEN_COLUMNS = 8;

    private final PaintContext context;
    private final ConnectionTrack connection;

    ConnectionGutterPainter(PaintContext context, ConnectionTrack connection) {
        this.context = context;
        this.connection = connection;
    }

    void paint(double rowMiddle) {
        TextFitter textFitter = context.fitter();
        String widestNumber = NumberFormats.count(context.frame().trace().connections().size());
        double column = ChartLayout.PAD + textFitter.width(widestNumber, TextStyle.SMALL);
        String number = NumberFormats.count(connection.index() + 1);
        context.text(
                number,
                column,
                rowMiddle,
                TextStyle.SMALL,
                Surface.Align.RIGHT,
                context.theme().quietText());
        double left = column + BETWEEN_COLUMNS;
        double right = context.layout().statusRight();
        String name = DisplayNames.of(connection);
        String count =
                count(right - left - BETWEEN_COLUMNS - textFitter.width(name, TextStyle.LABEL));
        context.text(
                count,
                right,
                rowMiddle,
                TextStyle.SMALL,
                Surface.Align.RIGHT,
                context.theme().quietText());
        double available =
                right - left - BETWEEN_COLUMNS - textFitter.width(count, TextStyle.SMALL);
        String shown = textFitter.fit(name, TextStyle.LABEL, available);
        context.text(
                shown,
                left,
                rowMiddle,
                TextStyle.LABEL,
                Surface.Align.LEFT,
                context.theme().text());
    }

    /** Spelled out if there is space. */
    private String count(double available) {
        int uses = connection.useAt(context.frame().horizonNanos()) + 1;
        String words = NumberFormats.count(uses, "exchange");
        boolean fits = context.fitter().width(words, TextStyle.SMALL) <= available;
        return fits ? words : NumberFormats.count(uses);
    }
}
