package dev.overlap.paint;

import dev.overlap.trace.Statistics;

/**
 * The two marks that a finished run is measured by: the longest task alone, which nothing can beat,
 * and one task after another. Both are derived from the trace, and the second one says so.
 */
final class MarkPainter {

    private static final double GAP = 6;

    private final Painting painting;

    MarkPainter(Painting painting) {
        this.painting = painting;
    }

    void paint() {
        Statistics whole = painting.frame().figures().whole();
        if (whole == null || whole.tasks() == 0 || whole.workNanos() == 0) {
            return;
        }
        Theme theme = painting.theme();
        line(whole.longestNanos(), theme.lowerBound());
        line(whole.workNanos(), theme.oneByOne());
        captions(whole);
    }

    private void captions(Statistics whole) {
        Theme theme = painting.theme();
        String one = "longest task, alone: nothing can finish sooner";
        String all =
                "one after another: \u2248 "
                        + Durations.text(whole.workNanos())
                        + " (derived from the sum of work)";
        double free =
                caption(all, whole.workNanos(), painting.layout().plotRight(), theme.oneByOne());
        caption(one, whole.longestNanos(), free, theme.lowerBound());
    }

    private void line(long nanos, int ink) {
        if (!painting.scale().shows(nanos)) {
            return;
        }
        double x = painting.scale().edge(nanos) + painting.scale().pixel() / 2;
        Band rows = painting.layout().rows();
        double bottom = painting.layout().captions().bottom();
        painting.surface().line(x, rows.top(), x, bottom, Surface.Stroke.DASHED, ink);
    }

    /**
     * Writes a caption to the left of its line, or to the right of it where that is the only room;
     * one whose line lies beyond the edge ends in an arrow.
     *
     * @return where the room to its left ends
     */
    private double caption(String words, long nanos, double free, int ink) {
        boolean beyond = nanos > painting.scale().window().endNanos();
        String text = beyond ? words + " \u2192" : words;
        double width = painting.labels().width(text, TextStyle.SMALL);
        double x = beyond ? free : Math.min(free, painting.scale().x(nanos) - GAP);
        if (x - width < Layout.PAD) {
            x = painting.scale().x(nanos) + GAP + width;
        }
        if (x > free || nanos < painting.scale().window().beginNanos()) {
            return free;
        }
        double middle = painting.layout().captions().middle();
        painting.text(text, x, middle, TextStyle.SMALL, Surface.Align.RIGHT, ink);
        return x - width - 2 * GAP;
    }
}
