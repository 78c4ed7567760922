package dev.overlap.export.pdf;

import dev.overlap.render.Surface;
import dev.overlap.render.TextStyle;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.util.Matrix;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A surface on a page of a PDF. Its methods throw {@link UncheckedIOException}, because a surface
 * cannot throw what a stream does. Threads: one at a time.
 */
final class PdfSurface implements Surface, AutoCloseable {

    private static final float[] UNBROKEN = {};
    private static final float[] DASHES = {5, 4};
    private static final float[] DOTS = {1.5f, 4};
    private static final int BUTT = 0;
    private static final int SQUARE = 2;

    private final PDPageContentStream content;
    private final PdfPaints paints;
    private final PdfFont regular;
    private final PdfFont bold;

    /**
     * @param points of a unit; the y axis of a page grows upwards, that of a surface downwards
     */
    PdfSurface(PDDocument document, PDPage page, double points) throws IOException {
        Matrix units =
                new Matrix(
                        (float) points, 0, 0, (float) -points, 0, page.getMediaBox().getHeight());
        content = new PDPageContentStream(document, page, AppendMode.OVERWRITE, true, false);
        content.transform(units);
        paints = new PdfPaints(content, page.getResources(), units);
        regular = PdfFont.load(document, "Inter-Regular.ttf");
        bold = PdfFont.load(document, "Inter-SemiBold.ttf");
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    /** Drawing, which may fail as its stream does. */
    private interface Drawing {
        void draw() throws IOException;
    }

    private static void draw(Drawing drawing) {
        try {
            drawing.draw();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void fill(double x, double y, double width, double height, int argb) {
        draw(
                () -> {
                    paints.fill(argb);
                    rectangle(x, y, width, height);
                    content.fill();
                });
    }

    @Override
    public void outline(double x, double y, double width, double height, int argb) {
        draw(
                () -> {
                    paints.stroke(argb, 1, SQUARE, UNBROKEN);
                    double inner = Math.max(0, width - 1);
                    rectangle(x + 0.5, y + 0.5, inner, Math.max(0, height - 1));
                    content.stroke();
                });
    }

    @Override
    public void hatch(double x, double y, double width, double height, int argb) {
        draw(
                () -> {
                    paints.hatch(argb);
                    rectangle(x, y, width, height);
                    content.fill();
                });
    }

    /** The edges are rounded, and not its size: rectangles that touch still do. */
    private void rectangle(double x, double y, double width, double height) throws IOException {
        float left = rounded(x);
        float top = rounded(y);
        content.addRect(
                left, top, rounded(rounded(x + width) - left), rounded(rounded(y + height) - top));
    }

    /** To hundredths, so that the file is no longer than it must be. */
    private static float rounded(double length) {
        return Math.round(length * 100) / 100f;
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke, int argb) {
        draw(
                () -> {
                    switch (stroke) {
                        case SOLID -> paints.stroke(argb, 1, SQUARE, UNBROKEN);
                        case DASHED -> paints.stroke(argb, 1.2f, BUTT, DASHES);
                        case DOTTED -> paints.stroke(argb, 1.5f, BUTT, DOTS);
                    }
                    content.moveTo(rounded(x1), rounded(y1));
                    content.lineTo(rounded(x2), rounded(y2));
                    content.stroke();
                });
    }

    @Override
    public void area(double[] x, double[] y, int count, int argb) {
        draw(
                () -> {
                    paints.fill(argb);
                    path(x, y, count);
                    content.closePath();
                    content.fill();
                });
    }

    @Override
    public void polyline(double[] x, double[] y, int count, int argb) {
        draw(
                () -> {
                    paints.stroke(argb, 1.25f, SQUARE, UNBROKEN);
                    path(x, y, count);
                    content.stroke();
                });
    }

    private void path(double[] x, double[] y, int count) throws IOException {
        content.moveTo(rounded(x[0]), rounded(y[0]));
        for (int i = 1; i < count; i++) {
            content.lineTo(rounded(x[i]), rounded(y[i]));
        }
    }

    @Override
    public void text(
            String text, double x, double baseline, TextStyle style, Align align, int argb) {
        PdfFont weight = style.bold() ? bold : regular;
        String shown = weight.shown(text);
        if (!shown.isEmpty()) {
            draw(() -> text(shown, weight, x, baseline, style.size(), align, argb));
        }
    }

    private void text(
            String text,
            PdfFont weight,
            double x,
            double baseline,
            double size,
            Align align,
            int argb)
            throws IOException {
        double width = weight.font().getStringWidth(text) / 1000 * size;
        double left =
                switch (align) {
                    case LEFT -> x;
                    case CENTER -> x - width / 2;
                    case RIGHT -> x - width;
                };
        paints.fill(argb);
        content.beginText();
        content.setFont(weight.font(), (float) size);
        content.setTextMatrix(new Matrix(1, 0, 0, -1, rounded(left), rounded(baseline)));
        content.showText(text);
        content.endText();
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        draw(
                () -> {
                    content.saveGraphicsState();
                    rectangle(x, y, width, height);
                    content.clip();
                });
    }

    @Override
    public void unclip() {
        draw(
                () -> {
                    content.restoreGraphicsState();
                    paints.forget();
                });
    }
}
