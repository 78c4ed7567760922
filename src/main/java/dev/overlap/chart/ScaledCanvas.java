package dev.overlap.chart;

import dev.overlap.render.PaintTarget;
import dev.overlap.render.Surface;
import dev.overlap.render.Theme;

import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

import java.util.function.Consumer;

/**
 * A canvas to paint on, and how large a unit of the picture is there: more than a pixel where a
 * picture is to be read from the last row. JavaFX thread only.
 */
final class ScaledCanvas {

    private final Canvas canvas = new Canvas();
    private final CanvasSurface surface;
    private double scale = 1;

    ScaledCanvas(FxTextMetrics typeface) {
        canvas.setManaged(false);
        surface = new CanvasSurface(canvas.getGraphicsContext2D(), typeface);
    }

    Canvas canvas() {
        return canvas;
    }

    /** Says how many pixels of the layout of controls a unit of the picture is. */
    void setScale(double scale) {
        this.scale = scale;
    }

    /** A length of the picture for one of the layout of controls. */
    double units(double pixels) {
        return pixels / scale;
    }

    /** A length of the layout of controls for one of the picture. */
    double pixels(double units) {
        return units * scale;
    }

    /**
     * Fills an area of its control.
     *
     * @return whether its size has changed
     */
    boolean fill(double x, double y, double width, double height) {
        canvas.relocate(x, y);
        boolean changed = canvas.getWidth() != width || canvas.getHeight() != height;
        if (changed) {
            canvas.setWidth(width);
            canvas.setHeight(height);
        }
        return changed;
    }

    boolean isTooSmall() {
        return canvas.getWidth() < 1 || canvas.getHeight() < 1;
    }

    /** All of the canvas, in units of the picture. */
    PaintTarget sheet(Node control, boolean dark) {
        var window = control.getScene() == null ? null : control.getScene().getWindow();
        double pixel = window == null ? 1 : 1 / window.getRenderScaleX();
        Theme theme = dark ? Theme.DARK : Theme.LIGHT;
        return new PaintTarget(
                units(canvas.getWidth()), units(canvas.getHeight()), units(pixel), theme);
    }

    /** Paints nothing but the ground. */
    void clear(PaintTarget target) {
        int ground = target.theme().ground();
        paint(target, surface -> surface.fill(0, 0, target.width(), target.height(), ground));
    }

    /** Lets somebody paint on a sheet of this paper. */
    void paint(PaintTarget target, Consumer<Surface> painting) {
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.save();
        gc.scale(scale, scale);
        surface.setPixel(target.pixel());
        painting.accept(surface);
        gc.restore();
    }
}
