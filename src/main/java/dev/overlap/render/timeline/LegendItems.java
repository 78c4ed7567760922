package dev.overlap.render.timeline;

import dev.overlap.render.PaintTarget;
import dev.overlap.render.RowGrouping;
import dev.overlap.render.TextFitter;
import dev.overlap.render.TextStyle;
import dev.overlap.render.VerticalSpan;
import dev.overlap.render.resource.ResourceMark;
import dev.overlap.trace.CollectRule;
import dev.overlap.trace.Phase;
import dev.overlap.trace.ResourceTrack;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The layout of the legend, in as many lines as needed. */
final class LegendItems {

    static final double SWATCH = 15;
    static final double GAP = 6;

    /** Space above the first line. */
    static final double ABOVE = 8;

    private static final double ITEM_GAP = 16;

    /**
     * One phase or mark.
     *
     * @param phase null for a mark
     * @param mark null for a phase
     * @param x of its left edge
     * @param width with the words
     * @param line from 0
     */
    record Item(
            @Nullable Phase phase,
            @Nullable ResourceMark mark,
            String words,
            double x,
            double width,
            int line) {

        private Item at(double newX, double newWidth, int newLine) {
            return new Item(phase, mark, words, newX, newWidth, newLine);
        }
    }

    private LegendItems() {}

    /**
     * Returns the items above the plot, or above the names as well if they need a second line
     * otherwise: in a low chart each line costs the rows their height.
     */
    static List<Item> of(ChartFrame frame, double left, double right, TextFitter textFitter) {
        List<Item> above = between(frame, left, right, textFitter);
        return lines(above) == 1 ? above : between(frame, PaintTarget.PAD, right, textFitter);
    }

    /** Returns the items between a left and a right edge; a wider item gets a line of its own. */
    private static List<Item> between(
            ChartFrame frame, double left, double right, TextFitter textFitter) {
        List<Item> items = new ArrayList<>();
        double x = left;
        int line = 0;
        for (Item shown : shown(frame)) {
            double width = width(shown.words, textFitter);
            if (x + width > right && x > left) {
                line++;
                x = left;
            }
            items.add(shown.at(x, width, line));
            x += width + ITEM_GAP;
        }
        return items;
    }

    /** The phase of the item at a point within the legend, or null. */
    static @Nullable Phase phaseAt(List<Item> items, VerticalSpan legend, double x, double y) {
        Item item = at(items, legend, x, y);
        return item == null ? null : item.phase;
    }

    /** What is at a point within the legend. */
    static HitResult hit(List<Item> items, VerticalSpan legend, double x, double y) {
        Item item = at(items, legend, x, y);
        return item == null
                ? new HitResult.Nothing()
                : new HitResult.LegendEntry(item.phase, item.mark);
    }

    /** The places of the items, in reading order. */
    static List<LegendPlace> places(List<Item> items, VerticalSpan legend) {
        double first = legend.top() + ABOVE;
        return items.stream()
                .map(
                        item ->
                                new LegendPlace(
                                        new HitResult.LegendEntry(item.phase, item.mark),
                                        item.words,
                                        item.x,
                                        first + item.line * ChartLayout.LEGEND_LINE,
                                        item.width,
                                        ChartLayout.LEGEND_LINE))
                .toList();
    }

    private static @Nullable Item at(List<Item> items, VerticalSpan legend, double x, double y) {
        int line = (int) Math.floor((y - legend.top() - ABOVE) / ChartLayout.LEGEND_LINE);
        for (Item item : items) {
            double right = item.x + item.width + ITEM_GAP / 2;
            if (item.line == line && x >= item.x - ITEM_GAP / 2 && x < right) {
                return item;
            }
        }
        return null;
    }

    /** The number of lines, at least one. */
    static int lines(List<Item> items) {
        return items.isEmpty() ? 1 : items.getLast().line() + 1;
    }

    private static List<Item> shown(ChartFrame frame) {
        List<Item> shown = new ArrayList<>();
        if (frame.grouping() == RowGrouping.RESOURCES) {
            for (ResourceMark mark : marks(frame)) {
                shown.add(new Item(null, mark, mark.words(), 0, 0, 0));
            }
        }
        for (Phase phase : frame.metrics().phases()) {
            if (isShown(phase, frame)) {
                shown.add(new Item(phase, null, frame.metrics().words(phase), 0, 0, 0));
            }
        }
        if (frame.grouping() == RowGrouping.TASKS && frame.trace().collects() == CollectRule.EACH) {
            ResourceMark mark = ResourceMark.NOT_COLLECTED;
            shown.add(new Item(null, mark, mark.words(), 0, 0, 0));
        }
        return shown;
    }

    /** Rows of connections only show phases during which a task uses a connection. */
    private static boolean isShown(Phase phase, ChartFrame frame) {
        boolean onConnection = phase.holdsConnection() && phase != Phase.DNS;
        return switch (frame.grouping()) {
            case TASKS, WORKERS -> true;
            case CONNECTIONS -> onConnection;
            case RESOURCES ->
                    onConnection
                            || phase == Phase.BLOCKED
                            || (phase == Phase.READY
                                    && frame.metrics().resources().hasInterpreterLock());
        };
    }

    private static Set<ResourceMark> marks(ChartFrame frame) {
        Set<ResourceMark> marks = EnumSet.noneOf(ResourceMark.class);
        if (frame.metrics().resources().hasInterpreterLock()) {
            marks.add(ResourceMark.HELD);
        }
        for (ResourceTrack resource : frame.trace().resources()) {
            switch (resource.type()) {
                case LOCK, PERMIT -> marks.add(ResourceMark.HELD);
                case QUEUE -> marks.add(ResourceMark.ITEMS);
                case COUNTER -> marks.addAll(List.of(ResourceMark.READ, ResourceMark.WRITE));
            }
            if (frame.metrics().resources().get(resource.index()).hasLost(frame.horizonNanos())) {
                marks.add(ResourceMark.LOST);
            }
        }
        return marks;
    }

    private static double width(String words, TextFitter textFitter) {
        return SWATCH + GAP + Math.ceil(textFitter.width(words, TextStyle.SMALL));
    }
}
