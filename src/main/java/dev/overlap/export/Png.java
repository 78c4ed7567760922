package dev.overlap.export;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;

import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes an image for a slide. */
final class Png implements ReportFormat {

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
    public void write(RunReport report, OutputStream out) throws IOException {
        write(RunImage.draw(report), out);
    }

    @Override
    public void write(ComparisonReport report, OutputStream out) throws IOException {
        write(ComparisonImage.draw(report), out);
    }

    private static void write(BufferedImage picture, OutputStream out) throws IOException {
        // ImageIO.write(.., out) would require a cache file in a temporary folder
        try (ImageOutputStream sink = new MemoryCacheImageOutputStream(out)) {
            if (!ImageIO.write(picture, "png", sink)) {
                throw new IOException("This Java cannot write PNG files. Write a .csv instead.");
            }
        }
    }
}
