package dev.overlap.chart;

import dev.overlap.comparison.Comparison;
import dev.overlap.render.PaintTarget;
import dev.overlap.render.TimeRange;
import dev.overlap.render.VerticalSpan;
import dev.overlap.render.comparison.ComparisonFrame;
import dev.overlap.render.comparison.ComparisonLayout;
import dev.overlap.render.comparison.ComparisonPainter;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SkinBase;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The nodes of a {@link ComparisonChart}: a canvas, and a scroll bar where its parts do not fit.
 * What happens between two pulses only sets a flag; {@link #pulse} paints.
 */
final class ComparisonChartSkin extends SkinBase<ComparisonChart> {

    private static final Logger LOG = LoggerFactory.getLogger(ComparisonChartSkin.class);
    private static final double BAR_WIDTH = 10;

    private final FxTextMetrics typeface = new FxTextMetrics();
    private final ScaledCanvas scaledCanvas = new ScaledCanvas(typeface);
    private final ScrollBar scrollBar = new ScrollBar();
    private final ComparisonPainter painter = new ComparisonPainter(typeface);
    private final Subscription subscription;
    private @Nullable ComparisonLayout layout;
    private @Nullable TimeRange held; // the time that is shown while a hand drags on the axis
    private boolean dirty = true;

    ComparisonChartSkin(ComparisonChart view) {
        super(view);
        scrollBar.setManaged(false);
        scrollBar.setOrientation(Orientation.VERTICAL);
        scrollBar.setVisible(false);
        getChildren().addAll(scaledCanvas.canvas(), scrollBar);
        subscription =
                Subscription.combine(watch(view), new ComparisonChartBehavior(view, this).begin());
    }

    private Subscription watch(ComparisonChart view) {
        Runnable touch = () -> dirty = true;
        return Subscription.combine(
                view.comparisonProperty().subscribe(touch),
                view.orderProperty().subscribe(touch),
                view.guessesProperty().subscribe(touch),
                view.sentenceProperty().subscribe(touch),
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
                .removeAll(scaledCanvas.canvas(), scrollBar); // another skin may have put its own
        super.dispose();
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        dirty |= scaledCanvas.fill(x, y, width, height);
    }

    /** Where everything stood in the last frame, or null where nothing has been painted. */
    @Nullable ComparisonLayout layout() {
        return layout;
    }

    /** What it is painted on; says how mouse and picture measure. */
    ScaledCanvas paper() {
        return scaledCanvas;
    }

    /** Keeps the axis as it is while a hand drags on it, or with null lets it go. */
    void hold(@Nullable TimeRange range) {
        held = range;
        dirty = true;
    }

    /** Scrolls until the selected part is in sight. */
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

    /** A frame is due. */
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
            scaledCanvas.clear(sheet());
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
                held);
    }

    private PaintTarget sheet() {
        scaledCanvas.setScale(getSkinnable().scaleProperty().get());
        return scaledCanvas.sheet(getSkinnable(), getSkinnable().darkProperty().get());
    }

    private void paint(ComparisonFrame shown) {
        PaintTarget target = sheet();
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
        ComparisonLayout fresh = layout;
        boolean needed = fresh != null && fresh.mostScroll() > 0;
        scrollBar.setVisible(needed);
        if (fresh == null || !needed) {
            return;
        }
        VerticalSpan view = fresh.view();
        scrollBar.setMax(fresh.mostScroll());
        scrollBar.setVisibleAmount(fresh.mostScroll() * view.height() / fresh.contentHeight());
        scrollBar.setBlockIncrement(view.height());
        scrollBar.setUnitIncrement(view.height() / 4);
        scrollBar.setValue(fresh.scroll());
        scrollBar.resizeRelocate(
                scaledCanvas.canvas().getWidth() - BAR_WIDTH,
                scaledCanvas.pixels(view.top()),
                BAR_WIDTH,
                scaledCanvas.pixels(view.height()));
    }
}
