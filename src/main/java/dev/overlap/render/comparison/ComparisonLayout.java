package dev.overlap.render.comparison;

import dev.overlap.comparison.VariantResult;
import dev.overlap.render.PaintTarget;
import dev.overlap.render.TextFitter;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeRange;
import dev.overlap.render.TimeScale;
import dev.overlap.render.VerticalSpan;

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
public final class ComparisonLayout {

    static final double LEGEND = 24;
    static final double AXIS = 24;
    private static final double GUTTER_SHARE = 0.19;
    private static final double MIN_GUTTER = 150;
    private static final double MAX_GUTTER = 236;
    private static final double ROUNDING = 0.01;

    /**
     * What lies under a point.
     *
     * @param index of the entry in the comparison's own order
     * @param nanos the instant there, or -1 beside the plot
     */
    public record Under(int index, VariantResult result, long nanos) {}

    private final VariantPanels variantPanels;
    private final double width;
    private final TimeScale scale;
    private final NumberColumns columns;
    private final ComparisonFooter footer;
    private final VerticalSpan view;
    private final double partHeight;
    private final PanelLayout.Strips strips;
    private final double scroll;

    ComparisonLayout(VariantPanels variantPanels, PaintTarget target, TextFitter textFitter) {
        this.variantPanels = variantPanels;
        this.width = target.width();
        columns = NumberColumns.of(variantPanels, textFitter, plotLeft(width), width);
        double right = Math.max(plotLeft(width) + 1, columns.left());
        TimeRange own = variantPanels.shown().range();
        TimeRange range = own == null ? variantPanels.window() : own;
        scale = new TimeScale(range, plotLeft(width), right, target.pixel());
        strips = PanelLayout.Strips.of(variantPanels);
        footer = ComparisonFooter.of(variantPanels, scale, width, textFitter);
        double room = Math.max(0, target.height() - LEGEND - AXIS - footer.height());
        double each = Math.floor(room / Math.max(1, variantPanels.list().size()) + ROUNDING);
        partHeight = Math.clamp(each, PanelLayout.LEAST, PanelLayout.most(variantPanels));
        view = new VerticalSpan(LEGEND + AXIS, Math.min(room, contentHeight()));
        scroll = Math.clamp(variantPanels.shown().scroll(), 0, mostScroll());
    }

    private static double plotLeft(double width) {
        return Math.ceil(Math.clamp(width * GUTTER_SHARE, MIN_GUTTER, MAX_GUTTER));
    }

    /** The height at which all parts are in sight and as high as is comfortable. */
    static double comfortableHeight(
            VariantPanels variantPanels, double width, TextFitter textFitter) {
        return heightAt(PanelLayout.comfortable(variantPanels), variantPanels, width, textFitter);
    }

    /** The least height at which all parts are in sight. */
    static double leastHeight(VariantPanels variantPanels, double width, TextFitter textFitter) {
        return heightAt(PanelLayout.LEAST, variantPanels, width, textFitter);
    }

    private static double heightAt(
            double part, VariantPanels variantPanels, double width, TextFitter textFitter) {
        PaintTarget any =
                new PaintTarget(width, 1_000, 1, Theme.LIGHT); // a footer depends on the width only
        ComparisonFooter footer = new ComparisonLayout(variantPanels, any, textFitter).footer;
        return LEGEND + AXIS + variantPanels.list().size() * part + footer.height();
    }

    /** What is at a point, or null where there is no part. */
    public @Nullable Under hit(double x, double y) {
        int position = (int) Math.floor((y - view.top() + scroll) / partHeight);
        if (!view.contains(y) || position < 0 || position >= variantPanels.list().size()) {
            return null;
        }
        VariantPanel panel = variantPanels.list().get(position);
        boolean inPlot = x >= scale.left() && x < scale.right();
        return new Under(panel.index(), panel.result(), inPlot ? scale.nanos(x) : -1);
    }

    /** The strip of an entry that is shown; outside {@link #view()} if it is scrolled away. */
    public VerticalSpan partOf(int index) {
        List<Integer> order = indices();
        return band(order.indexOf(index));
    }

    /** Where the things of a part stand within its strip. */
    PanelLayout place(VariantPanel panel, VerticalSpan verticalSpan) {
        int tasks = panel.drawn() == null ? 0 : panel.drawn().trace().tasks().size();
        return PanelLayout.of(verticalSpan, tasks, strips);
    }

    /** The strip at a position, counted from the top; it may be scrolled away. */
    VerticalSpan band(int position) {
        return new VerticalSpan(view.top() - scroll + position * partHeight, partHeight);
    }

    /** The indices of the entries from top to bottom. */
    public List<Integer> indices() {
        return variantPanels.list().stream().map(VariantPanel::index).toList();
    }

    /** The strip in which the parts are seen. */
    public VerticalSpan view() {
        return view;
    }

    /** The height of all parts together, seen or not. */
    public double contentHeight() {
        return variantPanels.list().size() * partHeight;
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
    public TimeRange shownWindow() {
        return scale.range();
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

    VariantPanels parts() {
        return variantPanels;
    }

    TimeScale scale() {
        return scale;
    }

    NumberColumns columns() {
        return columns;
    }

    ComparisonFooter footer() {
        return footer;
    }

    VerticalSpan axis() {
        return new VerticalSpan(LEGEND, AXIS);
    }
}
