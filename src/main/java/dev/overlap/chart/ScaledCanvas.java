package dev.overlap.chart;

import dev.overlap.render.PaintTarget;
import dev.overlap.render.Surface;
import dev.overlap.render.Theme;

import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

import java.util.function.Consumer;

/**
 * A canvas and the scale of its drawing: more than one pixel per unit in projector mode. JavaFX
 * thread only.
 */
final class ScaledCanvas {

    private final Canvas canvas = new Canvas();
    private final CanvasSurface surface;
    private double scale = 1;

    ScaledCanvas(FxTextMetrics textMetrics) {
        canvas.setManaged(false);
        surface = new CanvasSurface(canvas.getGraphicsContext2D(), textMetrics);
    }

    Canvas canvas() {
        return canvas;
    }

    /** Sets the layout pixels per unit of the drawing. */
    void setScale(double scale) {
        this.scale = scale;
    }

    /** Converts layout pixels to units. */
    double units(double pixels) {
        return pixels / scale;
    }

    /** Converts units to layout pixels. */
    double pixels(double units) {
        return units * scale;
    }

    /**
     * Resizes the canvas to an area of its control.
     *
     * @return whether the size changed
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

    /** The whole canvas as a paint target, in units. */
    PaintTarget paintTarget(Node control, boolean dark) {
        var window = control.getScene() == null ? null : control.getScene().getWindow();
        double pixel = window == null ? 1 : 1 / window.getRenderScaleX();
        Theme theme = dark ? Theme.DARK : Theme.LIGHT;
        return new PaintTarget(
                units(canvas.getWidth()), units(canvas.getHeight()), units(pixel), theme);
    }

    /** Fills the canvas with the background. */
    void clear(PaintTarget target) {
        int ground = target.theme().ground();
        paint(target, surface -> surface.fill(0, 0, target.width(), target.height(), ground));
    }

    /** Paints onto the canvas, with its scale applied. */
    void paint(PaintTarget target, Consumer<Surface> painting) {
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.save();
        gc.scale(scale, scale);
        surface.setPixel(target.pixel());
        painting.accept(surface);
        gc.restore();
    }
}
