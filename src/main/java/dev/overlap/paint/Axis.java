package dev.overlap.paint;

/** The time axis: labels above the plot, lines through all of it. */
final class Axis {

    private static final double LEAST_BETWEEN_TICKS = 88;

    private Axis() {}

    static void paint(Painting painting) {
        TimeScale scale = painting.scale();
        Ticks ticks = Ticks.of(scale.window(), LEAST_BETWEEN_TICKS / scale.unitsPerNano());
        long end = scale.window().endNanos();
        long half = ticks.stepNanos() / 2;
        for (long at = ticks.first(scale.window().beginNanos()) - half; at <= end; at += half * 2) {
            line(painting, at, painting.theme().faintGrid());
            line(painting, at + half, painting.theme().grid());
        }
        double free = Layout.PAD;
        for (long at = ticks.first(scale.window().beginNanos()); at <= end; at += half * 2) {
            free = label(painting, ticks.label(at), scale.x(at), free);
        }
    }

    private static void line(Painting painting, long at, int ink) {
        if (!painting.scale().shows(at)) {
            return;
        }
        Layout layout = painting.layout();
        double x = painting.scale().edge(at);
        double pixel = painting.scale().pixel();
        painting.surface()
                .fill(
                        x,
                        layout.axis().bottom(),
                        pixel,
                        painting.bottom() - layout.axis().bottom(),
                        ink);
    }

    /** Draws a label centred on its tick, unless it would touch the one before or the edge. */
    private static double label(Painting painting, String text, double x, double free) {
        double half = painting.labels().width(text, TextStyle.SMALL) / 2;
        if (x - half < free || x + half > painting.layout().width()) {
            return free;
        }
        painting.text(
                text,
                x,
                painting.layout().axis().middle() + 1,
                TextStyle.SMALL,
                Surface.Align.CENTER,
                painting.theme().quietText());
        return x + half + 8;
    }
}
