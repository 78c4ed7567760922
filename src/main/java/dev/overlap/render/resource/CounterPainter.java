package dev.overlap.render.resource;

import dev.overlap.render.Surface;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeRange;
import dev.overlap.render.VerticalSpan;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.PictureText;
import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.ResourceTrack.Access;
import dev.overlap.trace.metrics.LostUpdates.LostUpdate;

import java.util.List;

/**
 * Paints the reads and writes of a counter as squares, each as high as its value, and each lost
 * update as an arrow from the stale read to the write that followed, with a cross on the write that
 * it swallowed. Squares and arrows closer than {@value #MIN_DISTANCE} units to the last are left
 * out.
 */
final class CounterPainter {

    private static final double MIN_DISTANCE = 4;
    private static final double MARGIN = 5;
    private static final double CROSS = 4;
    private static final double VALUE_ABOVE = 9;

    private final ResourcePaintContext context;
    private final ResourceTimeline resource;
    private final ResourceTrack counter;
    private final List<Access> accesses;
    private final CounterScale scale;

    CounterPainter(
            ResourcePaintContext context,
            ResourceTimeline resource,
            ResourceTrack counter,
            VerticalSpan span) {
        this.context = context;
        this.resource = resource;
        this.counter = counter;
        this.accesses = List.copyOf(counter.accesses()); // the list grows
        this.scale = new CounterScale(accesses, span);
    }

    void paint() {
        Theme theme = context.theme();
        double left = context.edge(0);
        double zero = Math.round(scale.y(0));
        context.surface().fill(left, zero, context.right() - left, 1, theme.idle());
        marks(false);
        marks(true);
        double last = Double.NEGATIVE_INFINITY;
        for (LostUpdate lost : resource.lost()) {
            double x = context.scale().x(accesses.get(lost.write()).nanos());
            if (x - last >= MIN_DISTANCE && isShown(lost)) {
                lost(lost);
                last = x;
            }
        }
        values();
        more();
    }

    private void marks(boolean writes) {
        double last = Double.NEGATIVE_INFINITY;
        double lastY = Double.NaN;
        for (Access access : accesses) {
            double x = x(access);
            double y = scale.y(access.value());
            boolean apart = x - last >= MIN_DISTANCE || Math.abs(y - lastY) >= MIN_DISTANCE;
            if (access.isWrite() == writes && isShown(access) && apart) {
                ResourceMark.access(
                        context.surface(), x, y, writes, ink(access), context.theme().ground());
                last = x;
                lastY = y;
            }
        }
    }

    private int ink(Access access) {
        boolean selected = access.task() == context.selectedTask();
        return selected ? context.theme().accent() : context.theme().text();
    }

    /** Each value where there is room before the next square. */
    private void values() {
        for (int index = 0; index < accesses.size(); index++) {
            Access access = accesses.get(index);
            boolean last = index + 1 == accesses.size() || !isShown(accesses.get(index + 1));
            double right = last ? context.scale().right() : x(accesses.get(index + 1)) - MARGIN;
            if (isShown(access)) {
                double x = x(access) - 3;
                String value = NumberFormats.count(access.value());
                double middle = scale.y(access.value()) - VALUE_ABOVE;
                context.label(value, x, middle, right - x, context.theme().text());
            }
        }
    }

    /** Returns whether any of the time from the stale read to the write is in view. */
    private boolean isShown(LostUpdate lost) {
        TimeRange range = context.scale().range();
        long write = accesses.get(lost.write()).nanos();
        return write <= context.horizonNanos()
                && write >= range.beginNanos()
                && accesses.get(lost.read()).nanos() <= range.endNanos();
    }

    private void lost(LostUpdate lost) {
        Access read = accesses.get(lost.read());
        Access write = accesses.get(lost.write());
        int ink = context.theme().failure();
        arrow(read, write, ink);
        Access swallowed = accesses.get(lost.swallowed());
        if (isShown(swallowed)) {
            cross(x(swallowed), scale.y(swallowed.value()), ink);
        }
    }

    /** Draws the part of an arrow that is in view, with its head if that is. */
    private void arrow(Access read, Access write, int ink) {
        double x = x(read) + MARGIN;
        double toX = x(write) - MARGIN;
        if (toX <= x) {
            return;
        }
        double y = scale.y(read.value());
        double slope = (scale.y(write.value()) - y) / (toX - x);
        double left = Math.max(x, context.scale().left());
        double right = Math.min(toX, context.scale().right());
        double fromY = y + slope * (left - x);
        double toY = y + slope * (right - x);
        if (right == toX) {
            ArrowPainter.paint(context.surface(), left, fromY, right, toY, ink);
        } else {
            context.surface().line(left, fromY, right, toY, Surface.Stroke.SOLID, ink);
        }
    }

    private void cross(double x, double y, int ink) {
        Surface surface = context.surface();
        for (double shift = -0.5; shift <= 0.5; shift += 0.5) {
            line(surface, x + shift, y, CROSS, ink);
            line(surface, x + shift, y, -CROSS, ink);
        }
    }

    private static void line(Surface surface, double x, double y, double rise, int ink) {
        surface.line(x - CROSS, y - rise, x + CROSS, y + rise, Surface.Stroke.SOLID, ink);
    }

    /** Says where the reads and writes that are kept end. */
    private void more() {
        if (!counter.hasMoreAccesses() || accesses.isEmpty() || !isShown(accesses.getLast())) {
            return;
        }
        String words =
                PictureText.ONLY_FIRST_ACCESSES.formatted(
                        NumberFormats.count(ResourceTrack.MAX_ACCESSES));
        double width = context.fitter().width(words, TextStyle.TINY);
        double x = Math.min(x(accesses.getLast()) + 40, context.scale().right() - width);
        double middle = scale.y(0) - 8;
        context.surface().fill(x - 2, middle - 7, width + 4, 13, context.theme().ground());
        context.label(words, x, middle, width, context.theme().quietText());
    }

    private boolean isShown(Access access) {
        return access.nanos() <= context.horizonNanos() && context.scale().shows(access.nanos());
    }

    private double x(Access access) {
        return context.scale().x(access.nanos());
    }
}
