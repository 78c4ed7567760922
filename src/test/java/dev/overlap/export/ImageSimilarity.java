package dev.overlap.export;

import java.awt.image.BufferedImage;

/** Compares images of different resolution. */
final class ImageSimilarity {

    private static final int MAX_BRIGHTNESS_DIFFERENCE = 40;

    private ImageSimilarity() {}

    /**
     * Returns the share of an image's non-background pixels for which the mean of the corresponding
     * pixels of a larger image has about the same brightness.
     */
    static double of(BufferedImage one, BufferedImage larger, int scale) {
        int background = one.getRGB(0, 0);
        int drawn = 0;
        int similar = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (one.getRGB(x, y) != background) {
                    drawn++;
                    similar += isSimilar(one.getRGB(x, y), larger, x, y, scale) ? 1 : 0;
                }
            }
        }
        return (double) similar / drawn;
    }

    private static boolean isSimilar(int argb, BufferedImage larger, int x, int y, int scale) {
        double sum = 0;
        for (int row = 0; row < scale; row++) {
            for (int column = 0; column < scale; column++) {
                sum += brightness(larger.getRGB(x * scale + column, y * scale + row));
            }
        }
        return Math.abs(sum / (scale * scale) - brightness(argb)) < MAX_BRIGHTNESS_DIFFERENCE;
    }

    private static double brightness(int argb) {
        return ((argb >> 16 & 0xFF) + (argb >> 8 & 0xFF) + (argb & 0xFF)) / 3.0;
    }
}
