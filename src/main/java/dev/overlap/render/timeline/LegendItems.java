package dev.overlap.render.timeline;

import dev.overlap.render.RowGrouping;
import dev.overlap.render.TextFitter;
import dev.overlap.render.TextStyle;
import dev.overlap.trace.Phase;

import java.util.ArrayList;
import java.util.List;

/** The layout of the legend, in as many lines as needed. */
final class LegendItems {

    static final double SWATCH = 15;
    static final double GAP = 6;

    private static final double ITEM_GAP = 16;

    /**
     * One phase.
     *
     * @param x of its left edge
     * @param line from 0
     */
    record Item(Phase phase, double x, int line) {}

    private LegendItems() {}

    /** Returns the items between a left and a right edge; a wider item gets a line of its own. */
    static List<Item> of(ChartFrame frame, double left, double right, TextFitter textFitter) {
        List<Item> items = new ArrayList<>();
        double x = left;
        int line = 0;
        for (Phase phase : shown(frame)) {
            double width = width(frame.metrics().words(phase), textFitter);
            if (x + width > right && x > left) {
                line++;
                x = left;
            }
            items.add(new Item(phase, x, line));
            x += width + ITEM_GAP;
        }
        return items;
    }

    /** The number of lines, at least one. */
    static int lines(List<Item> items) {
        return items.isEmpty() ? 1 : items.getLast().line() + 1;
    }

    /** Rows of connections only show phases during which a task uses a connection. */
    private static List<Phase> shown(ChartFrame frame) {
        return frame.metrics().phases().stream()
                .filter(it -> frame.grouping() != RowGrouping.CONNECTIONS || isOnConnection(it))
                .toList();
    }

    private static boolean isOnConnection(Phase phase) {
        return phase.holdsConnection() && phase != Phase.DNS;
    }

    private static double width(String words, TextFitter textFitter) {
        return SWATCH + GAP + Math.ceil(textFitter.width(words, TextStyle.SMALL));
    }
}
