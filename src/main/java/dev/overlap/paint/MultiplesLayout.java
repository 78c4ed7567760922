package dev.overlap.paint;

import dev.overlap.compare.Entry;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Where everything stands in one picture of a comparison, and so also what lies under a point.
 *
 * <p>From top to bottom: legend, time axis, the parts, the words of the marks, the sentence. From
 * left to right: the names, the plot, the numbers. All parts are equally high: they share the room
 * up to the height from which on bars would only be thick, and where there is less than the least
 * for each they scroll between the axis and the words of the marks.
 */
public final class MultiplesLayout {

    static final double LEGEND = 24;
    static final double AXIS = 24;
    private static final double GUTTER_SHARE = 0.19;
    private static final double LEAST_GUTTER = 150;
    private static final double MOST_GUTTER = 236;
    private static final double ROUNDING = 0.01;

    /**
     * What lies under a point.
     *
     * @param index of the entry in the comparison's own order
     * @param nanos the instant there, or -1 beside the plot
     */
    public record Under(int index, Entry entry, long nanos) {}

    private final Parts parts;
    private final double width;
    private final TimeScale scale;
    private final Columns columns;
    private final Footer footer;
    private final Band view;
    private final double partHeight;
    private final PartPlace.Strips strips;
    private final double scroll;

    MultiplesLayout(Parts parts, Sheet sheet, Labels labels) {
        this.parts = parts;
        this.width = sheet.width();
        columns = Columns.of(parts, labels, plotLeft(width), width);
        double right = Math.max(plotLeft(width) + 1, columns.left());
        Window own = parts.shown().window();
        Window window = own == null ? parts.window() : own;
        scale = new TimeScale(window, plotLeft(width), right, sheet.pixel());
        strips = PartPlace.Strips.of(parts);
        footer = Footer.of(parts, scale, width, labels);
        double room = Math.max(0, sheet.height() - LEGEND - AXIS - footer.height());
        double each = Math.floor(room / Math.max(1, parts.list().size()) + ROUNDING);
        partHeight = Math.clamp(each, PartPlace.LEAST, PartPlace.most(parts));
        view = new Band(LEGEND + AXIS, Math.min(room, contentHeight()));
        scroll = Math.clamp(parts.shown().scroll(), 0, mostScroll());
    }

    private static double plotLeft(double width) {
        return Math.ceil(Math.clamp(width * GUTTER_SHARE, LEAST_GUTTER, MOST_GUTTER));
    }

    /** The height at which all parts are in sight and as high as is comfortable. */
    static double comfortableHeight(Parts parts, double width, Labels labels) {
        return heightAt(PartPlace.comfortable(parts), parts, width, labels);
    }

    /** The least height at which all parts are in sight. */
    static double leastHeight(Parts parts, double width, Labels labels) {
        return heightAt(PartPlace.LEAST, parts, width, labels);
    }

    private static double heightAt(double part, Parts parts, double width, Labels labels) {
        Sheet any = new Sheet(width, 1_000, 1, Theme.LIGHT); // a footer depends on the width only
        Footer footer = new MultiplesLayout(parts, any, labels).footer;
        return LEGEND + AXIS + parts.list().size() * part + footer.height();
    }

    /** What is at a point, or null where there is no part. */
    public @Nullable Under hit(double x, double y) {
        int position = (int) Math.floor((y - view.top() + scroll) / partHeight);
        if (!view.contains(y) || position < 0 || position >= parts.list().size()) {
            return null;
        }
        Part part = parts.list().get(position);
        boolean inPlot = x >= scale.left() && x < scale.right();
        return new Under(part.index(), part.entry(), inPlot ? scale.nanos(x) : -1);
    }

    /** The strip of an entry that is shown; outside {@link #view()} if it is scrolled away. */
    public Band partOf(int index) {
        List<Integer> order = indices();
        return band(order.indexOf(index));
    }

    /** Where the things of a part stand within its strip. */
    PartPlace place(Part part, Band band) {
        int tasks = part.drawn() == null ? 0 : part.drawn().trace().tasks().size();
        return PartPlace.of(band, tasks, strips);
    }

    /** The strip at a position, counted from the top; it may be scrolled away. */
    Band band(int position) {
        return new Band(view.top() - scroll + position * partHeight, partHeight);
    }

    /** The indices of the entries from top to bottom. */
    public List<Integer> indices() {
        return parts.list().stream().map(Part::index).toList();
    }

    /** The strip in which the parts are seen. */
    public Band view() {
        return view;
    }

    /** The height of all parts together, seen or not. */
    public double contentHeight() {
        return parts.list().size() * partHeight;
    }

    /** How far the parts can be scrolled. */
    public double mostScroll() {
        return Math.max(0, contentHeight() - view.height());
    }

    /** How far the parts are scrolled in this picture. */
    public double scroll() {
        return scroll;
    }

    /** The time that is shown. */
    public Window shownWindow() {
        return scale.window();
    }

    /** The instant at an x, in nanoseconds since time zero. */
    public long nanosAt(double x) {
        return scale.nanos(x);
    }

    /** Where an instant lies. */
    public double xOf(long nanos) {
        return scale.x(nanos);
    }

    public double plotLeft() {
        return scale.left();
    }

    public double plotRight() {
        return scale.right();
    }

    double width() {
        return width;
    }

    Parts parts() {
        return parts;
    }

    TimeScale scale() {
        return scale;
    }

    Columns columns() {
        return columns;
    }

    Footer footer() {
        return footer;
    }

    Band axis() {
        return new Band(LEGEND, AXIS);
    }
}
