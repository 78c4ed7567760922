package dev.overlap.chart;

import dev.overlap.render.PaintTarget;
import dev.overlap.render.Surface;
import dev.overlap.render.schedule.ScheduleFrame;
import dev.overlap.render.schedule.SchedulePainter;

import javafx.scene.control.SkinBase;
import javafx.util.Subscription;

/** The skin of a {@link ScheduleChart}: its canvas, painted when it is laid out. */
final class ScheduleChartSkin extends SkinBase<ScheduleChart> {

    private final FxTextMetrics textMetrics = new FxTextMetrics();
    private final ScaledCanvas scaledCanvas = new ScaledCanvas(textMetrics);
    private final SchedulePainter painter = new SchedulePainter(textMetrics);
    private final Subscription subscription;

    ScheduleChartSkin(ScheduleChart chart) {
        super(chart);
        getChildren().add(scaledCanvas.canvas());
        Runnable changed = chart::requestLayout;
        subscription =
                Subscription.combine(
                        chart.frameProperty().subscribe(changed),
                        chart.darkProperty().subscribe(changed),
                        chart.scaleProperty().subscribe(changed),
                        chart.focusVisibleProperty().subscribe(changed));
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
        scaledCanvas.setScale(getSkinnable().scaleProperty().get());
        boolean _ = scaledCanvas.fill(x, y, width, height);
        if (!scaledCanvas.isTooSmall()) {
            PaintTarget target =
                    scaledCanvas.paintTarget(getSkinnable(), getSkinnable().darkProperty().get());
            scaledCanvas.paint(target, surface -> paint(surface, target));
        }
    }

    private void paint(Surface surface, PaintTarget target) {
        ScheduleFrame frame = getSkinnable().frameProperty().get();
        if (frame == null) {
            surface.fill(0, 0, target.width(), target.height(), target.theme().ground());
            return;
        }
        painter.paint(surface, frame, target);
        if (getSkinnable().isFocusVisible()) {
            surface.outline(0, 0, target.width(), target.height(), target.theme().accent());
        }
    }
}
