package dev.overlap.chart;

import dev.overlap.paint.Frame;
import dev.overlap.paint.Hit;
import dev.overlap.paint.Layout;
import dev.overlap.paint.Sheet;
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

    private final Paper paper;
    private final TipPainter painter;
    private @Nullable Point2D mouse;
    private @Nullable Tip shown;
    private @Nullable Sheet painted;
    private @Nullable Frame told;
    private @Nullable Hit under;
    private @Nullable Tip known;

    TipView(FxTypeface typeface) {
        paper = new Paper(typeface);
        painter = new TipPainter(typeface);
        paper.canvas().setMouseTransparent(true);
        paper.canvas().setVisible(false);
    }

    Canvas canvas() {
        return paper.canvas();
    }

    /** The tip that is shown, or null. */
    @Nullable Tip shown() {
        return shown;
    }

    /** The mouse is here, in units of the picture, or, with null, nowhere over the chart. */
    void follow(@Nullable Point2D now) {
        mouse = now;
    }

    /**
     * Shows what is under the mouse in the frame that was painted last.
     *
     * @param scale pixels a unit
     */
    void pulse(@Nullable Frame frame, @Nullable Layout layout, Sheet sheet, double scale) {
        paper.setScale(scale);
        Point2D at = mouse;
        Tip tip =
                at == null || frame == null || layout == null
                        ? null
                        : tip(frame, layout.hit(at.getX(), at.getY()));
        paper.canvas().setVisible(tip != null);
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
        if (!Objects.equals(tip, shown) || !sheet.equals(painted)) {
            double width = painter.width(tip);
            double height = painter.height(tip);
            canvas().setWidth(Math.ceil(paper.pixels(width)));
            canvas().setHeight(Math.ceil(paper.pixels(height)));
            Sheet own = new Sheet(width, height, sheet.pixel(), sheet.theme());
            paper.paint(own, surface -> painter.paint(surface, tip, own));
            painted = sheet;
        }
    }

    /** Below and right of the mouse, or on its other side where there is no room. */
    private void place(Point2D at, Sheet sheet) {
        double width = paper.units(canvas().getWidth());
        double height = paper.units(canvas().getHeight());
        double x = at.getX() + RIGHT_OF_MOUSE;
        double y = at.getY() + BELOW_MOUSE;
        if (x + width > sheet.width() - MARGIN) {
            x = at.getX() - RIGHT_OF_MOUSE - width;
        }
        if (y + height > sheet.height() - MARGIN) {
            y = at.getY() - MARGIN - height;
        }
        canvas().relocate(
                        Math.rint(paper.pixels(Math.max(MARGIN, x))),
                        Math.rint(paper.pixels(Math.max(MARGIN, y))));
    }
}
