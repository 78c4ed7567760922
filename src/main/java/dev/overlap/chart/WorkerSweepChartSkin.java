package dev.overlap.chart;

import dev.overlap.comparison.Comparison;
import dev.overlap.render.PaintTarget;
import dev.overlap.render.Surface;
import dev.overlap.render.comparison.SweepFrame;
import dev.overlap.render.comparison.SweepLayout;
import dev.overlap.render.comparison.SweepPainter;

import javafx.event.EventHandler;
import javafx.scene.Cursor;
import javafx.scene.control.SkinBase;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The skin of a {@link WorkerSweepChart}: its canvas, and its mouse and key handling. */
final class WorkerSweepChartSkin extends SkinBase<WorkerSweepChart> {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerSweepChartSkin.class);

    private final FxTextMetrics textMetrics = new FxTextMetrics();
    private final ScaledCanvas scaledCanvas = new ScaledCanvas(textMetrics);
    private final SweepPainter painter = new SweepPainter(textMetrics);
    private final Subscription subscription;
    private SweepFrame shown = SweepFrame.NOTHING;
    private @Nullable SweepLayout layout;
    private boolean dirty = true;

    WorkerSweepChartSkin(WorkerSweepChart view) {
        super(view);
        getChildren().add(scaledCanvas.canvas());
        subscription = Subscription.combine(watch(view), listen(view));
        update();
    }

    private Subscription watch(WorkerSweepChart view) {
        Runnable touch = () -> dirty = true;
        return Subscription.combine(
                view.comparisonProperty().subscribe(this::update),
                view.sentenceProperty().subscribe(this::update),
                view.forecastProperty().subscribe(_ -> update()),
                view.selectedProperty().subscribe((_, _) -> select()),
                view.focusVisibleProperty().subscribe(touch),
                view.darkProperty().subscribe(touch),
                view.scaleProperty().subscribe(touch));
    }

    private Subscription listen(WorkerSweepChart view) {
        EventHandler<MouseEvent> pressed = this::pressed;
        EventHandler<MouseEvent> clicked = this::clicked;
        EventHandler<MouseEvent> moved = this::moved;
        EventHandler<KeyEvent> key = this::key;
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, pressed);
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, clicked);
        view.addEventHandler(MouseEvent.MOUSE_MOVED, moved);
        view.addEventHandler(KeyEvent.KEY_PRESSED, key);
        return () -> {
            view.removeEventHandler(MouseEvent.MOUSE_PRESSED, pressed);
            view.removeEventHandler(MouseEvent.MOUSE_CLICKED, clicked);
            view.removeEventHandler(MouseEvent.MOUSE_MOVED, moved);
            view.removeEventHandler(KeyEvent.KEY_PRESSED, key);
        };
    }

    /** Runs once per change rather than per frame, because it visits every task. */
    private void update() {
        Comparison comparison = getSkinnable().comparisonProperty().get();
        String sentence = getSkinnable().sentenceProperty().get();
        long forecast = getSkinnable().forecastProperty().get();
        shown =
                comparison == null
                        ? SweepFrame.NOTHING
                        : SweepFrame.of(comparison, sentence, forecast);
        select();
    }

    private void select() {
        shown = shown.selecting(getSkinnable().selectedProperty().get());
        getSkinnable().setAccessibleText(AccessibleDescription.of(shown));
        dirty = true;
    }

    private int under(MouseEvent event) {
        SweepLayout last = layout;
        return last == null
                ? -1
                : last.hit(scaledCanvas.units(event.getX()), scaledCanvas.units(event.getY()));
    }

    /** Selects what a menu is asked for. */
    private void pressed(MouseEvent event) {
        getSkinnable().requestFocus();
        if (event.getButton() == MouseButton.SECONDARY) {
            select(under(event));
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            getSkinnable().selectedProperty().set(under(event));
            getSkinnable().open(under(event));
        }
    }

    private void key(KeyEvent event) {
        int now = getSkinnable().selectedProperty().get();
        int last = shown.points().size() - 1;
        if (last < 0 || event.isAltDown() || event.isShortcutDown()) {
            return;
        }
        boolean handled = true;
        switch (event.getCode()) {
            case LEFT -> select(Math.max(0, now - 1));
            case RIGHT -> select(Math.min(last, now + 1));
            case HOME -> select(0);
            case END -> select(last);
            case ENTER -> getSkinnable().open(now);
            default -> handled = false;
        }
        if (handled) {
            event.consume();
        }
    }

    private void select(int point) {
        getSkinnable().selectedProperty().set(point);
    }

    private void moved(MouseEvent event) {
        int point = under(event);
        boolean opens = point >= 0 && shown.points().get(point).medianNanos() >= 0;
        getSkinnable().setCursor(opens ? Cursor.HAND : Cursor.DEFAULT);
    }

    @Override
    public void dispose() {
        if (getSkinnable() == null) {
            return;
        }
        subscription.unsubscribe();
        getChildren().remove(scaledCanvas.canvas()); // a new skin may have added its own
        super.dispose();
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        dirty |= scaledCanvas.fill(x, y, width, height);
    }

    /** The layout of the last frame, or null before the first. */
    @Nullable SweepLayout layout() {
        return layout;
    }

    void pulse() {
        grow();
        if (!dirty || scaledCanvas.isTooSmall()) {
            return;
        }
        dirty = false; // a frame that fails would fail again, sixty times a second
        try {
            scaledCanvas.setScale(getSkinnable().scaleProperty().get());
            PaintTarget target =
                    scaledCanvas.paintTarget(getSkinnable(), getSkinnable().darkProperty().get());
            scaledCanvas.paint(target, surface -> paint(surface, target));
        } catch (RuntimeException e) {
            LOG.error("A sweep could not be painted.", e);
        }
    }

    /** Follows the run in progress. */
    private void grow() {
        Comparison comparison = getSkinnable().comparisonProperty().get();
        if (comparison != null && shown.isLive()) {
            shown = shown.at(comparison);
            dirty = true;
        }
    }

    private void paint(Surface surface, PaintTarget target) {
        layout = painter.paint(surface, shown, target);
        if (getSkinnable().isFocusVisible()) {
            surface.outline(0, 0, target.width(), target.height(), target.theme().accent());
        }
    }
}
