package dev.overlap.chart;

import dev.overlap.comparison.Comparison;
import dev.overlap.render.PaintTarget;
import dev.overlap.render.TimeRange;
import dev.overlap.render.VerticalSpan;
import dev.overlap.render.comparison.ComparisonFrame;
import dev.overlap.render.comparison.ComparisonLayout;
import dev.overlap.render.comparison.ComparisonPainter;

import javafx.scene.control.SkinBase;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The skin of a {@link ComparisonChart}: a canvas, and a scroll bar if its panels do not fit.
 * Changes between two pulses only set a flag; {@link #pulse} paints.
 */
final class ComparisonChartSkin extends SkinBase<ComparisonChart> {

    private static final Logger LOG = LoggerFactory.getLogger(ComparisonChartSkin.class);

    private final FxTextMetrics textMetrics = new FxTextMetrics();
    private final ScaledCanvas scaledCanvas = new ScaledCanvas(textMetrics);
    private final ChartScrollBar scrollBar = new ChartScrollBar(scaledCanvas);
    private final ComparisonPainter painter = new ComparisonPainter(textMetrics);
    private final RubberBand band = new RubberBand(scaledCanvas);
    private final ViewHistory views;
    private final TimeAxisNavigator navigator;
    private final Subscription subscription;
    private @Nullable ComparisonLayout layout;
    private @Nullable TimeRange held; // the axis range during a drag
    private boolean dirty = true;

    ComparisonChartSkin(ComparisonChart view) {
        super(view);
        views = new ViewHistory(view.windowProperty(), System::nanoTime);
        navigator = new TimeAxisNavigator(this::layout, views, scaledCanvas);
        getChildren().addAll(scaledCanvas.canvas(), scrollBar, band);
        subscription =
                Subscription.combine(
                        watch(view), new ComparisonChartBehavior(view, this).install());
    }

    private Subscription watch(ComparisonChart view) {
        Runnable touch = () -> dirty = true;
        return Subscription.combine(
                view.comparisonProperty().subscribe(touch),
                view.orderProperty().subscribe(touch),
                view.guessesProperty().subscribe(touch),
                view.sentenceProperty().subscribe(touch),
                view.windowProperty().subscribe(touch),
                view.selectedProperty().subscribe(this::reveal),
                view.darkProperty().subscribe(touch),
                view.scaleProperty().subscribe(touch),
                view.scrollProperty().subscribe(touch),
                view.focusVisibleProperty().subscribe(touch),
                scrollBar
                        .valueProperty()
                        .subscribe(value -> view.scrollProperty().set(value.doubleValue())));
    }

    @Override
    public void dispose() {
        if (getSkinnable() == null) {
            return;
        }
        subscription.unsubscribe();
        getChildren()
                .removeAll(
                        scaledCanvas.canvas(),
                        scrollBar,
                        band); // a new skin may have added its own
        super.dispose();
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        dirty |= scaledCanvas.fill(x, y, width, height);
    }

    /** The layout of the last frame, or null before the first. */
    @Nullable ComparisonLayout layout() {
        return layout;
    }

    /** The canvas, which converts between pixels and units. */
    ScaledCanvas scaledCanvas() {
        return scaledCanvas;
    }

    /** The visible ranges shown so far. */
    ViewHistory views() {
        return views;
    }

    /** Zooms and moves the axis. */
    TimeAxisNavigator navigator() {
        return navigator;
    }

    /** The rectangle over the range that is being dragged. */
    RubberBand band() {
        return band;
    }

    /** Freezes the axis during a drag; null releases it. */
    void hold(@Nullable TimeRange range) {
        held = range;
        dirty = true;
    }

    /** Scrolls the selected panel into view. */
    private void reveal() {
        dirty = true;
        ComparisonLayout last = layout;
        int selected = getSkinnable().selectedProperty().get();
        if (last == null || !last.indices().contains(selected)) {
            return;
        }
        VerticalSpan part = last.partOf(selected);
        double above = last.view().top() - part.top();
        double below = part.bottom() - last.view().bottom();
        if (above > 0 || below > 0) {
            getSkinnable().scrollProperty().set(last.scroll() + (above > 0 ? -above : below));
        }
    }

    /** Paints if needed. Called once per pulse. */
    void pulse() {
        try {
            paintIfNeeded();
        } catch (RuntimeException e) {
            dirty = false; // the same frame would fail again, sixty times a second
            LOG.error("A comparison could not be painted.", e);
        }
    }

    private void paintIfNeeded() {
        if (scaledCanvas.isTooSmall()) {
            return;
        }
        Comparison comparison = getSkinnable().comparisonProperty().get();
        if (comparison == null) {
            paintNothing();
            return;
        }
        ComparisonFrame shown = shown(comparison);
        if (dirty || shown.isLive()) {
            paint(shown);
        }
    }

    private void paintNothing() {
        if (dirty) {
            scaledCanvas.clear(paintTarget());
            getSkinnable().setAccessibleText(AccessibleDescription.NOTHING_COMPARED);
            scrollBar.setVisible(false);
            layout = null;
            dirty = false;
        }
    }

    private ComparisonFrame shown(Comparison comparison) {
        ComparisonChart view = getSkinnable();
        return new ComparisonFrame(
                comparison,
                view.orderProperty().get(),
                view.guessesProperty().get(),
                view.sentenceProperty().get(),
                view.selectedProperty().get(),
                view.scrollProperty().get(),
                held == null ? view.windowProperty().get() : held);
    }

    private PaintTarget paintTarget() {
        scaledCanvas.setScale(getSkinnable().scaleProperty().get());
        return scaledCanvas.paintTarget(getSkinnable(), getSkinnable().darkProperty().get());
    }

    private void paint(ComparisonFrame shown) {
        PaintTarget target = paintTarget();
        scaledCanvas.paint(
                target,
                surface -> {
                    layout = painter.paint(surface, shown, target);
                    if (getSkinnable().isFocusVisible()) {
                        int ink = target.theme().accent();
                        surface.outline(0, 0, target.width(), target.height(), ink);
                    }
                });
        if (dirty) {
            getSkinnable().setAccessibleText(AccessibleDescription.of(shown));
        }
        dirty = false;
        showScrollBar();
    }

    private void showScrollBar() {
        if (layout != null) {
            VerticalSpan view = layout.view();
            scrollBar.show(view, layout.contentHeight(), layout.scroll(), view.height() / 4);
        }
    }
}
