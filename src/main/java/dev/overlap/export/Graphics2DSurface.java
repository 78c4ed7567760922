package dev.overlap.export;

import dev.overlap.render.Surface;
import dev.overlap.render.TextStyle;
import dev.overlap.report.slide.AwtTextMetrics;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;

/**
 * A surface on an image. Needs no display and no JavaFX. Threads: one at a time, any.
 *
 * <p>The graphics may already be scaled and translated; hatches are drawn for the given scale.
 */
final class Graphics2DSurface implements Surface {

    private static final double HATCH = 6;
    private static final float[] DASHES = {5, 4};
    private static final float[] DOTS = {1.5f, 4};

    private final Graphics2D graphics;
    private final double scale;
    private final AwtTextMetrics metrics;
    private final Map<Integer, Paint> hatches = new HashMap<>();

    Graphics2DSurface(Graphics2D graphics, double scale, AwtTextMetrics metrics) {
        this.graphics = graphics;
        this.scale = scale;
        this.metrics = metrics;
        Map<RenderingHints.Key, Object> hints =
                Map.of(
                        RenderingHints.KEY_ANTIALIASING,
                        RenderingHints.VALUE_ANTIALIAS_ON,
                        RenderingHints.KEY_TEXT_ANTIALIASING,
                        RenderingHints.VALUE_TEXT_ANTIALIAS_ON,
                        RenderingHints.KEY_FRACTIONALMETRICS,
                        RenderingHints.VALUE_FRACTIONALMETRICS_ON,
                        RenderingHints.KEY_STROKE_CONTROL,
                        RenderingHints.VALUE_STROKE_PURE);
        graphics.addRenderingHints(hints);
    }

    @Override
    public void fill(double x, double y, double width, double height, int argb) {
        graphics.setPaint(new Color(argb, true));
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void outline(double x, double y, double width, double height, int argb) {
        double inner = Math.max(0, width - 1);
        graphics.setStroke(new BasicStroke(1));
        draw(new Rectangle2D.Double(x + 0.5, y + 0.5, inner, Math.max(0, height - 1)), argb);
    }

    @Override
    public void hatch(double x, double y, double width, double height, int argb) {
        graphics.setPaint(hatches.computeIfAbsent(argb, this::pattern));
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    private Paint pattern(int argb) {
        int side = (int) Math.round(HATCH * scale);
        BufferedImage tile = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = tile.createGraphics();
        pen.addRenderingHints(graphics.getRenderingHints());
        pen.scale(scale, scale);
        pen.setStroke(new BasicStroke(1.1f));
        pen.setColor(new Color(argb, true));
        for (double shift = -HATCH; shift <= HATCH; shift += HATCH) {
            pen.draw(new Line2D.Double(shift - 1, HATCH + 1, shift + HATCH + 1, -1));
        }
        pen.dispose();
        return new TexturePaint(tile, new Rectangle2D.Double(0, 0, HATCH, HATCH));
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke, int argb) {
        graphics.setStroke(
                switch (stroke) {
                    case SOLID -> new BasicStroke(1);
                    case DASHED -> dashes(1.2f, DASHES);
                    case DOTTED -> dashes(1.5f, DOTS);
                });
        draw(new Line2D.Double(x1, y1, x2, y2), argb);
    }

    private static BasicStroke dashes(float width, float[] lengths) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, lengths, 0);
    }

    @Override
    public void area(double[] x, double[] y, int count, int argb) {
        Path2D path = path(x, y, count);
        path.closePath();
        graphics.setPaint(new Color(argb, true));
        graphics.fill(path);
    }

    @Override
    public void polyline(double[] x, double[] y, int count, int argb) {
        graphics.setStroke(new BasicStroke(1.25f));
        draw(path(x, y, count), argb);
    }

    private static Path2D path(double[] x, double[] y, int count) {
        Path2D path = new Path2D.Double();
        path.moveTo(x[0], y[0]);
        for (int i = 1; i < count; i++) {
            path.lineTo(x[i], y[i]);
        }
        return path;
    }

    private void draw(Shape shape, int argb) {
        graphics.setPaint(new Color(argb, true));
        graphics.draw(shape);
    }

    @Override
    public void text(
            String text, double x, double baseline, TextStyle style, Align align, int argb) {
        double left =
                switch (align) {
                    case LEFT -> x;
                    case CENTER -> x - metrics.width(text, style) / 2;
                    case RIGHT -> x - metrics.width(text, style);
                };
        graphics.setPaint(new Color(argb, true));
        graphics.setFont(metrics.font(style));
        graphics.drawString(text, (float) left, (float) baseline);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        graphics.setClip(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void unclip() {
        graphics.setClip(null);
    }
}
