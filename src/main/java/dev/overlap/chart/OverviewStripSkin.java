package dev.overlap.chart;

import dev.overlap.render.PaintTarget;
import dev.overlap.render.TimeRange;
import dev.overlap.render.TimeScale;
import dev.overlap.render.overview.OverviewFrame;
import dev.overlap.render.overview.OverviewLayout;
import dev.overlap.render.overview.OverviewPainter;
import dev.overlap.render.timeline.ChartFrame;
import dev.overlap.render.timeline.ChartLayout;
import dev.overlap.text.measure.OverviewText;
import dev.overlap.trace.Trace;

import javafx.scene.control.SkinBase;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

/** The skin of an {@link OverviewStrip}: a canvas with the place of the timeline's axis. */
final class OverviewStripSkin extends SkinBase<OverviewStrip> {

    private record Painted(
            OverviewFrame frame, TimeScale scale, PaintTarget target, boolean focus) {}

    private final FxTextMetrics textMetrics = new FxTextMetrics();
    private final OverviewPainter painter = new OverviewPainter(textMetrics);
    private final ScaledCanvas scaledCanvas = new ScaledCanvas(textMetrics);
    private final Subscription subscription;
    private @Nullable Painted painted;
    private boolean resized;

    OverviewStripSkin(OverviewStrip strip) {
        super(strip);
        getChildren().add(scaledCanvas.canvas());
        subscription =
                Subscription.combine(
                        strip.timeline().scaleProperty().subscribe(strip::requestLayout),
                        new OverviewStripBehavior(strip, this).install());
    }

    @Override
    public void dispose() {
        if (getSkinnable() == null) {
            return;
        }
        subscription.unsubscribe();
        getChildren().remove(scaledCanvas.canvas());
        super.dispose();
    }

    @Override
    protected double computePrefHeight(
            double width, double top, double right, double bottom, double left) {
        return Math.ceil(OverviewLayout.HEIGHT * getSkinnable().timeline().scaleProperty().get());
    }

    @Override
    protected double computeMinHeight(
            double width, double top, double right, double bottom, double left) {
        return computePrefHeight(width, top, right, bottom, left);
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        resized |= scaledCanvas.fill(x, y, width, height);
    }

    /** The canvas, which converts between pixels and units. */
    ScaledCanvas scaledCanvas() {
        return scaledCanvas;
    }

    /** The layout of the present state of the timeline, or null if it shows no trace. */
    @Nullable OverviewLayout layout() {
        ChartLayout chart = chartLayout();
        return chart == null ? null : new OverviewLayout(scale(chart), shown(chart));
    }

    double xOf(long nanos) {
        OverviewLayout layout = layout();
        return layout == null ? Double.NaN : scaledCanvas.pixels(layout.scale().x(nanos));
    }

    private @Nullable ChartLayout chartLayout() {
        return getSkinnable().timeline().getSkin() instanceof TimelineSkin skin
                ? skin.layout()
                : null;
    }

    private @Nullable ChartFrame chartFrame() {
        return getSkinnable().timeline().getSkin() instanceof TimelineSkin skin
                ? skin.frame()
                : null;
    }

    /** What the timeline shows, or will show from its next frame on. */
    private TimeRange shown(ChartLayout chart) {
        TimeRange window = getSkinnable().timeline().windowProperty().get();
        return window == null ? chart.shownWindow() : window;
    }

    private TimeScale scale(ChartLayout chart) {
        return new TimeScale(
                chart.wholeWindow(), chart.plotLeft(), chart.plotRight(), target().pixel());
    }

    private PaintTarget target() {
        Timeline timeline = getSkinnable().timeline();
        scaledCanvas.setScale(timeline.scaleProperty().get());
        return scaledCanvas.paintTarget(getSkinnable(), timeline.darkProperty().get());
    }

    void pulse() {
        ChartLayout chart = chartLayout();
        ChartFrame frame = chartFrame();
        if (chart == null || frame == null || scaledCanvas.isTooSmall()) {
            return;
        }
        OverviewFrame fresh = frame(frame, chart);
        boolean focus = getSkinnable().isFocusVisible();
        Painted now = new Painted(fresh, scale(chart), target(), focus);
        if (resized || !now.equals(painted)) {
            paint(now);
        }
    }

    private OverviewFrame frame(ChartFrame chart, ChartLayout layout) {
        Timeline timeline = getSkinnable().timeline();
        Trace trace = chart.trace();
        boolean isReplay = timeline.playheadProperty().get() != Timeline.FOLLOW;
        return new OverviewFrame(
                chart.metrics().wholeInFlight(),
                trace.isFinished() ? trace.wallNanos() : chart.horizonNanos(),
                layout.wholeWindow(),
                shown(layout),
                timeline.rangeProperty().get(),
                isReplay ? chart.horizonNanos() : OverviewFrame.NO_PLAYHEAD);
    }

    private void paint(Painted now) {
        OverviewLayout layout = new OverviewLayout(now.scale, now.frame.shown());
        scaledCanvas.paint(
                now.target,
                surface -> {
                    painter.paint(surface, now.frame, layout, now.target);
                    if (now.focus) {
                        int ink = now.target.theme().accent();
                        surface.outline(0, 0, now.target.width(), now.target.height(), ink);
                    }
                });
        getSkinnable()
                .setAccessibleText(
                        OverviewText.description(
                                layout.shown().beginNanos(),
                                layout.shown().endNanos(),
                                now.frame.knownNanos()));
        painted = now;
        resized = false;
    }
}
