package dev.overlap.export;

import dev.overlap.report.ComparisonReport;
import dev.overlap.report.ReportFormat;
import dev.overlap.report.RunReport;
import dev.overlap.report.slide.AwtTextMetrics;
import dev.overlap.report.slide.ComparisonSlide;
import dev.overlap.report.slide.RunSlide;
import dev.overlap.report.slide.Slide;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;

import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes an image for a slide. */
final class Png implements ReportFormat {

    private static final long BYTES_PER_PIXEL = 4;

    @Override
    public String extension() {
        return "png";
    }

    @Override
    public String label() {
        return "PNG picture";
    }

    @Override
    public boolean isPicture() {
        return true;
    }

    @Override
    public boolean hasPixels() {
        return true;
    }

    @Override
    public void write(RunReport report, OutputStream out) throws IOException {
        write(draw(report), out);
    }

    @Override
    public void write(ComparisonReport report, OutputStream out) throws IOException {
        write(draw(report), out);
    }

    static void write(BufferedImage picture, OutputStream out) throws IOException {
        // ImageIO.write(.., out) would require a cache file in a temporary folder
        try (ImageOutputStream sink = new MemoryCacheImageOutputStream(out)) {
            if (!ImageIO.write(picture, "png", sink)) {
                throw new IOException("This Java cannot write PNG files. Write a .csv instead.");
            }
        }
    }

    /**
     * Draws a run.
     *
     * @throws IOException with a message, if it cannot be drawn on this machine
     */
    static BufferedImage draw(RunReport report) throws IOException {
        AwtTextMetrics metrics = AwtTextMetrics.load();
        return draw(RunSlide.of(report, metrics), report.look().scale(), metrics);
    }

    /**
     * Draws a comparison.
     *
     * @throws IOException with a message, if it cannot be drawn on this machine, or if no run has
     *     finished
     */
    static BufferedImage draw(ComparisonReport report) throws IOException {
        AwtTextMetrics metrics = AwtTextMetrics.load();
        return draw(ComparisonSlide.of(report, metrics), report.look().scale(), metrics);
    }

    static BufferedImage draw(Slide slide, double scale, AwtTextMetrics metrics)
            throws IOException {
        double zoom = scale * slide.zoom();
        BufferedImage image = image(slide.width() * zoom, slide.height() * zoom);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(zoom, zoom);
            slide.paint(new Graphics2DSurface(graphics, zoom, metrics), 1.0 / zoom);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static BufferedImage image(double width, double height) throws IOException {
        Runtime runtime = Runtime.getRuntime();
        long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        if (width * height * BYTES_PER_PIXEL > free * 0.75) {
            throw new IOException(
                    "This picture needs more memory than there is. Choose a smaller size.");
        }
        return new BufferedImage(
                (int) Math.round(width), (int) Math.round(height), BufferedImage.TYPE_INT_RGB);
    }
}
