package dev.overlap.chart;

import dev.overlap.compare.Comparison;
import dev.overlap.paint.Band;
import dev.overlap.paint.Multiples;
import dev.overlap.paint.MultiplesLayout;
import dev.overlap.paint.MultiplesPainter;
import dev.overlap.paint.Sheet;
import dev.overlap.paint.Window;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SkinBase;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

/**
 * The nodes of a {@link MultiplesView}: a canvas, and a scroll bar where its parts do not fit. What
 * happens between two pulses only sets a flag; {@link #pulse} paints.
 */
final class MultiplesSkin extends SkinBase<MultiplesView> {

    private static final System.Logger LOG = System.getLogger(MultiplesSkin.class.getName());
    private static final double BAR_WIDTH = 10;

    private final FxTypeface typeface = new FxTypeface();
    private final Paper paper = new Paper(typeface);
    private final ScrollBar scrollBar = new ScrollBar();
    private final MultiplesPainter painter = new MultiplesPainter(typeface);
    private final Subscription subscription;
    private @Nullable MultiplesLayout layout;
    private @Nullable Window held; // the time that is shown while a hand drags on the axis
    private boolean dirty = true;

    MultiplesSkin(MultiplesView view) {
        super(view);
        scrollBar.setManaged(false);
        scrollBar.setOrientation(Orientation.VERTICAL);
        scrollBar.setVisible(false);
        getChildren().addAll(paper.canvas(), scrollBar);
        subscription = Subscription.combine(watch(view), new MultiplesInput(view, this).begin());
    }

    private Subscription watch(MultiplesView view) {
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
        getChildren().removeAll(paper.canvas(), scrollBar); // another skin may have put its own
        super.dispose();
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        dirty |= paper.fill(x, y, width, height);
    }

    /** Where everything stood in the last frame, or null where nothing has been painted. */
    @Nullable MultiplesLayout layout() {
        return layout;
    }

    /** What it is painted on; says how mouse and picture measure. */
    Paper paper() {
        return paper;
    }

    /** Keeps the axis as it is while a hand drags on it, or with null lets it go. */
    void hold(@Nullable Window window) {
        held = window;
        dirty = true;
    }

    /** Scrolls until the selected part is in sight. */
    private void reveal() {
        dirty = true;
        MultiplesLayout last = layout;
        int selected = getSkinnable().selectedProperty().get();
        if (last == null || !last.indices().contains(selected)) {
            return;
        }
        Band part = last.partOf(selected);
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
            LOG.log(System.Logger.Level.ERROR, "A comparison could not be painted.", e);
        }
    }

    private void paintIfNeeded() {
        if (paper.isTooSmall()) {
            return;
        }
        Comparison comparison = getSkinnable().comparisonProperty().get();
        if (comparison == null) {
            paintNothing();
            return;
        }
        Multiples shown = shown(comparison);
        if (dirty || shown.isLive()) {
            paint(shown);
        }
    }

    private void paintNothing() {
        if (dirty) {
            paper.clear(sheet());
            getSkinnable().setAccessibleText(Narration.NOTHING_COMPARED);
            scrollBar.setVisible(false);
            layout = null;
            dirty = false;
        }
    }

    private Multiples shown(Comparison comparison) {
        MultiplesView view = getSkinnable();
        return new Multiples(
                comparison,
                view.orderProperty().get(),
                view.guessesProperty().get(),
                view.sentenceProperty().get(),
                view.selectedProperty().get(),
                view.scrollProperty().get(),
                held);
    }

    private Sheet sheet() {
        paper.setScale(getSkinnable().scaleProperty().get());
        return paper.sheet(getSkinnable(), getSkinnable().darkProperty().get());
    }

    private void paint(Multiples shown) {
        Sheet sheet = sheet();
        paper.paint(
                sheet,
                surface -> {
                    layout = painter.paint(surface, shown, sheet);
                    if (getSkinnable().isFocusVisible()) {
                        int ink = sheet.theme().accent();
                        surface.outline(0, 0, sheet.width(), sheet.height(), ink);
                    }
                });
        if (dirty) {
            getSkinnable().setAccessibleText(Narration.of(shown));
        }
        dirty = false;
        showScrollBar();
    }

    private void showScrollBar() {
        MultiplesLayout fresh = layout;
        boolean needed = fresh != null && fresh.mostScroll() > 0;
        scrollBar.setVisible(needed);
        if (fresh == null || !needed) {
            return;
        }
        Band view = fresh.view();
        scrollBar.setMax(fresh.mostScroll());
        scrollBar.setVisibleAmount(fresh.mostScroll() * view.height() / fresh.contentHeight());
        scrollBar.setBlockIncrement(view.height());
        scrollBar.setUnitIncrement(view.height() / 4);
        scrollBar.setValue(fresh.scroll());
        scrollBar.resizeRelocate(
                paper.canvas().getWidth() - BAR_WIDTH,
                paper.pixels(view.top()),
                BAR_WIDTH,
                paper.pixels(view.height()));
    }
}
