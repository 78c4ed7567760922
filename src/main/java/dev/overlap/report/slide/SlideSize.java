package dev.overlap.report.slide;

import dev.overlap.report.Aspect;
import dev.overlap.report.RunReport.Look;

import java.util.function.ToDoubleFunction;

/**
 * The size of a slide, and which part of it is the chart. Lengths are in units of the layout.
 *
 * @param width of the whole slide
 * @param height of the whole slide
 * @param top where the chart begins, below the header
 * @param hasList whether the list stands beside the chart
 */
record SlideSize(int width, int height, int top, boolean hasList) {

    /** The margin around the contents. */
    static final int PAD = 28;

    /** What a row of text is inset from the margin, as the contents of the chart are. */
    private static final int INSET = 12;

    private static final int LIST_WIDTH = 272;
    private static final int LIST_GAP = 20;

    /** A step from one 16:9 size with whole numbers to the next. */
    private static final int WIDTH_STEP = 64;

    private static final int HEIGHT_STEP = 36;

    /** Returns the size at which a chart has a height. */
    static SlideSize natural(Look look, int top, double chartHeight) {
        int height = top + (int) chartHeight + PAD;
        return new SlideSize(Look.WIDTH, height, top, look.hasList());
    }

    /**
     * Returns the smallest 16:9 size at which a chart has the height that it needs, but not more
     * than a number of units in height.
     *
     * @param needed the height of the chart by its width
     */
    static SlideSize wide(Look look, int top, ToDoubleFunction<SlideSize> needed, int maxHeight) {
        SlideSize size = new SlideSize(Look.WIDTH, Look.WIDTH * 9 / 16, top, look.hasList());
        while (size.chartHeight() < needed.applyAsDouble(size) && size.height < maxHeight) {
            size =
                    new SlideSize(
                            size.width + WIDTH_STEP,
                            size.height + HEIGHT_STEP,
                            top,
                            look.hasList());
        }
        return size;
    }

    static boolean isWide(Look look) {
        return look.aspect() == Aspect.WIDE;
    }

    /** The pixels of a unit at scale 1. */
    double zoom() {
        return (double) Look.WIDTH / width;
    }

    double left() {
        return PAD + INSET;
    }

    double right() {
        return width - PAD - INSET;
    }

    int chartWidth() {
        return width - 2 * PAD - (hasList ? LIST_WIDTH + LIST_GAP : 0);
    }

    int chartHeight() {
        return height - top - PAD;
    }

    /** The left edge of the list. */
    double listLeft() {
        return right() - LIST_WIDTH;
    }

    double listWidth() {
        return LIST_WIDTH;
    }
}
