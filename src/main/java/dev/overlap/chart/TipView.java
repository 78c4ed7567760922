package dev.overlap.chart;

import dev.overlap.paint.Frame;
import dev.overlap.paint.Hit;
import dev.overlap.paint.Layout;
import dev.overlap.paint.Sheet;
import dev.overlap.paint.Theme;
import dev.overlap.paint.Tip;
import dev.overlap.paint.TipPainter;

import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * The tip beside the mouse: a small canvas over the chart, painted anew only when it says something
 * else. JavaFX thread only.
 */
final class TipView {

    private static final double RIGHT_OF_MOUSE = 14;
    private static final double BELOW_MOUSE = 18;
    private static final double MARGIN = 4;

    private final Canvas canvas = new Canvas();
    private final CanvasSurface surface;
    private final TipPainter painter;
    private @Nullable Point2D mouse;
    private @Nullable Tip shown;
    private @Nullable Theme painted;
    private @Nullable Frame told;
    private @Nullable Hit under;
    private @Nullable Tip known;

    TipView(FxTypeface typeface) {
        surface = new CanvasSurface(canvas.getGraphicsContext2D(), typeface);
        painter = new TipPainter(typeface);
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
        canvas.setVisible(false);
    }

    Canvas canvas() {
        return canvas;
    }

    /** The tip that is shown, or null. */
    @Nullable Tip shown() {
        return shown;
    }

    /** The mouse is here, or, with null, nowhere over the chart. */
    void follow(@Nullable Point2D now) {
        mouse = now;
    }

    /** Shows what is under the mouse in the frame that was painted last. */
    void pulse(@Nullable Frame frame, @Nullable Layout layout, Sheet sheet) {
        Point2D at = mouse;
        Tip tip =
                at == null || frame == null || layout == null
                        ? null
                        : tip(frame, layout.hit(at.getX(), at.getY()));
        canvas.setVisible(tip != null);
        if (tip != null && at != null) {
            paint(tip, sheet);
            place(at, sheet);
        }
        shown = tip;
    }

    /** Why a task waited costs a look at many others: asked once for each frame, not each pulse. */
    @SuppressWarnings("ReferenceEquality") // another frame with equal parts only costs a look more
    private @Nullable Tip tip(Frame frame, Hit hit) {
        if (frame != told || !hit.equals(under)) {
            told = frame;
            under = hit;
            known = Tip.of(frame, hit);
        }
        return known;
    }

    private void paint(Tip tip, Sheet sheet) {
        if (!Objects.equals(tip, shown) || painted != sheet.theme()) {
            canvas.setWidth(painter.width(tip));
            canvas.setHeight(painter.height(tip));
            surface.setPixel(sheet.pixel());
            painter.paint(
                    surface,
                    tip,
                    new Sheet(canvas.getWidth(), canvas.getHeight(), sheet.pixel(), sheet.theme()));
            painted = sheet.theme();
        }
    }

    /** Below and right of the mouse, or on its other side where there is no room. */
    private void place(Point2D at, Sheet sheet) {
        double x = at.getX() + RIGHT_OF_MOUSE;
        double y = at.getY() + BELOW_MOUSE;
        if (x + canvas.getWidth() > sheet.width() - MARGIN) {
            x = at.getX() - RIGHT_OF_MOUSE - canvas.getWidth();
        }
        if (y + canvas.getHeight() > sheet.height() - MARGIN) {
            y = at.getY() - MARGIN - canvas.getHeight();
        }
        canvas.relocate(Math.rint(Math.max(MARGIN, x)), Math.rint(Math.max(MARGIN, y)));
    }
}
