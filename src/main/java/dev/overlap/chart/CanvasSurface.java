package dev.overlap.chart;

import dev.overlap.render.Surface;
import dev.overlap.render.TextStyle;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;

import java.util.HashMap;
import java.util.Map;

/**
 * A surface on a JavaFX canvas. JavaFX thread only.
 *
 * <p>A hatch is one rectangle filled with an image pattern: a blocked event loop hatches every row,
 * and thousands of single lines per frame are too slow for the software pipeline.
 */
final class CanvasSurface implements Surface {

    private static final int HATCH = 6;
    private static final double HALF_LINE = 0.55;

    private final GraphicsContext gc;
    private final FxTextMetrics metrics;
    private final Map<Integer, Color> colors = new HashMap<>();
    private final Map<Integer, ImagePattern> hatches = new HashMap<>();
    private double pixel = 1;

    CanvasSurface(GraphicsContext gc, FxTextMetrics metrics) {
        this.gc = gc;
        this.metrics = metrics;
        gc.setTextBaseline(VPos.BASELINE);
        gc.setLineCap(StrokeLineCap.BUTT);
    }

    /** Sets the size of a screen pixel, in units of the layout. */
    void setPixel(double pixel) {
        if (this.pixel != pixel) {
            this.pixel = pixel;
            hatches.clear();
        }
    }

    private Color color(int argb) {
        return colors.computeIfAbsent(argb, CanvasSurface::newColor);
    }

    private static Color newColor(int argb) {
        return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, (argb >>> 24) / 255.0);
    }

    @Override
    public void fill(double x, double y, double width, double height, int argb) {
        gc.setFill(color(argb));
        gc.fillRect(x, y, width, height);
    }

    @Override
    public void outline(double x, double y, double width, double height, int argb) {
        gc.setStroke(color(argb));
        gc.setLineWidth(1);
        gc.strokeRect(x + 0.5, y + 0.5, Math.max(0, width - 1), Math.max(0, height - 1));
    }

    @Override
    public void hatch(double x, double y, double width, double height, int argb) {
        gc.setFill(hatches.computeIfAbsent(argb, this::pattern));
        gc.fillRect(x, y, width, height);
    }

    /** One tile of the hatch, antialiased by the distance of each pixel to the line. */
    private ImagePattern pattern(int argb) {
        int side = (int) Math.round(HATCH / pixel);
        WritableImage tile = new WritableImage(side, side);
        PixelWriter writer = tile.getPixelWriter();
        Color ink = color(argb);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int along = (x + y + 1) % side;
                double distance = Math.min(along, side - along) * pixel / Math.sqrt(2);
                double coverage = Math.clamp((HALF_LINE - distance) / pixel + 0.5, 0, 1);
                writer.setColor(x, y, ink.deriveColor(0, 1, 1, coverage));
            }
        }
        return new ImagePattern(tile, 0, 0, HATCH, HATCH, false);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke, int argb) {
        gc.setStroke(color(argb));
        gc.setLineWidth(stroke == Stroke.SOLID ? 1 : 1.4);
        switch (stroke) {
            case SOLID -> gc.setLineDashes();
            case DASHED -> gc.setLineDashes(5, 4);
            case DOTTED -> gc.setLineDashes(1.5, 4);
        }
        gc.strokeLine(x1, y1, x2, y2);
        gc.setLineDashes();
    }

    @Override
    public void area(double[] x, double[] y, int count, int argb) {
        gc.setFill(color(argb));
        gc.fillPolygon(x, y, count);
    }

    @Override
    public void polyline(double[] x, double[] y, int count, int argb) {
        gc.setStroke(color(argb));
        gc.setLineWidth(1.25);
        gc.strokePolyline(x, y, count);
    }

    @Override
    public void text(
            String text, double x, double baseline, TextStyle style, Align align, int argb) {
        gc.setFont(metrics.font(style));
        gc.setTextAlign(
                switch (align) {
                    case LEFT -> TextAlignment.LEFT;
                    case CENTER -> TextAlignment.CENTER;
                    case RIGHT -> TextAlignment.RIGHT;
                });
        gc.setFill(color(argb));
        gc.fillText(text, x, baseline);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        gc.save();
        gc.beginPath();
        gc.rect(x, y, width, height);
        gc.clip();
    }

    @Override
    public void unclip() {
        gc.restore();
    }
}
