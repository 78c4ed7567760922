package dev.overlap.render.comparison;

import dev.overlap.comparison.VariantResult;
import dev.overlap.render.PaintTarget;
import dev.overlap.render.TextFitter;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeAxisLayout;
import dev.overlap.render.TimeRange;
import dev.overlap.render.TimeScale;
import dev.overlap.render.VerticalSpan;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The layout of one drawing of a comparison, used for painting and hit testing.
 *
 * <p>From top to bottom: legend, time axis, panels, captions of the reference lines, conclusion.
 * From left to right: labels, plot, metrics. All panels have the same height: they share the
 * available space up to a maximum, and if there is less than their minimum they scroll between the
 * axis and the captions.
 */
public final class ComparisonLayout implements TimeAxisLayout {

    static final double LEGEND = 24;
    static final double AXIS = 24;
    private static final double GUTTER_SHARE = 0.19;
    private static final double MIN_GUTTER = 150;
    private static final double MAX_GUTTER = 236;
    private static final double ROUNDING = 0.01;

    /**
     * The result of a hit test.
     *
     * @param index of the variant in the comparison's own order
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
        TimeRange requested = variantPanels.shown().range();
        TimeRange range = requested == null ? variantPanels.window() : requested;
        scale = new TimeScale(range, plotLeft(width), right, target.pixel());
        strips = PanelLayout.Strips.of(variantPanels);
        footer = ComparisonFooter.of(variantPanels, scale, width, textFitter);
        double available = Math.max(0, target.height() - LEGEND - AXIS - footer.height());
        double equalShare =
                Math.floor(available / Math.max(1, variantPanels.list().size()) + ROUNDING);
        partHeight =
                Math.clamp(
                        equalShare, PanelLayout.MIN_HEIGHT, PanelLayout.maxHeight(variantPanels));
        view = new VerticalSpan(LEGEND + AXIS, Math.min(available, contentHeight()));
        scroll = Math.clamp(variantPanels.shown().scroll(), 0, maxScroll());
    }

    private static double plotLeft(double width) {
        return Math.ceil(Math.clamp(width * GUTTER_SHARE, MIN_GUTTER, MAX_GUTTER));
    }

    /** The height at which all panels are visible at a comfortable height. */
    static double comfortableHeight(
            VariantPanels variantPanels, double width, TextFitter textFitter) {
        return heightAt(PanelLayout.comfortable(variantPanels), variantPanels, width, textFitter);
    }

    /** The minimum height at which all panels are visible. */
    static double minHeight(VariantPanels variantPanels, double width, TextFitter textFitter) {
        return heightAt(PanelLayout.MIN_HEIGHT, variantPanels, width, textFitter);
    }

    private static double heightAt(
            double part, VariantPanels variantPanels, double width, TextFitter textFitter) {
        PaintTarget any =
                new PaintTarget(
                        width, 1_000, 1, Theme.LIGHT); // the footer depends on the width only
        ComparisonFooter footer = new ComparisonLayout(variantPanels, any, textFitter).footer;
        return LEGEND + AXIS + variantPanels.list().size() * part + footer.height();
    }

    /** Returns what is at a point, or null if there is no panel. */
    public @Nullable Under hit(double x, double y) {
        int position = (int) Math.floor((y - view.top() + scroll) / partHeight);
        if (!view.contains(y) || position < 0 || position >= variantPanels.list().size()) {
            return null;
        }
        VariantPanel panel = variantPanels.list().get(position);
        boolean inPlot = x >= scale.left() && x < scale.right();
        return new Under(panel.index(), panel.result(), inPlot ? scale.nanos(x) : -1);
    }

    /** The span of a variant's panel; outside {@link #view()} if scrolled away. */
    public VerticalSpan partOf(int index) {
        List<Integer> order = indices();
        return band(order.indexOf(index));
    }

    /** The layout within a panel's span. */
    PanelLayout place(VariantPanel panel, VerticalSpan verticalSpan) {
        int tasks = panel.drawn() == null ? 0 : panel.drawn().trace().tasks().size();
        return PanelLayout.of(verticalSpan, tasks, strips);
    }

    /** The span at a position, counted from the top; may be scrolled away. */
    VerticalSpan band(int position) {
        return new VerticalSpan(view.top() - scroll + position * partHeight, partHeight);
    }

    /** The indices of the variants from top to bottom. */
    public List<Integer> indices() {
        return variantPanels.list().stream().map(VariantPanel::index).toList();
    }

    /** The viewport of the panels. */
    public VerticalSpan view() {
        return view;
    }

    /** The height of all panels together. */
    public double contentHeight() {
        return variantPanels.list().size() * partHeight;
    }

    /** The maximum scroll offset. */
    public double maxScroll() {
        return Math.max(0, contentHeight() - view.height());
    }

    /** The scroll offset of this drawing. */
    public double scroll() {
        return scroll;
    }

    /** The visible time range. */
    @Override
    public TimeRange shownWindow() {
        return scale.range();
    }

    /** The time range that shows everything. */
    @Override
    public TimeRange wholeWindow() {
        return variantPanels.window();
    }

    /** The instant at an x, in nanoseconds since time zero. */
    @Override
    public long nanosAt(double x) {
        return scale.nanos(x);
    }

    /** The x of an instant. */
    public double xOf(long nanos) {
        return scale.x(nanos);
    }

    @Override
    public double plotLeft() {
        return scale.left();
    }

    @Override
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
