package dev.overlap.export;

import java.awt.image.BufferedImage;

/** How alike two pictures of different sharpness are. */
final class ImageSimilarity {

    private static final int NEAR = 40;

    private ImageSimilarity() {}

    /**
     * How much of what is drawn in a picture is also drawn in a larger one, at the same place: the
     * share of its pixels that are not ground for which the mean of those there is about as bright.
     */
    static double of(BufferedImage one, BufferedImage larger, int scale) {
        int ground = one.getRGB(0, 0);
        int drawn = 0;
        int near = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (one.getRGB(x, y) != ground) {
                    drawn++;
                    near += isNear(one.getRGB(x, y), larger, x, y, scale) ? 1 : 0;
                }
            }
        }
        return (double) near / drawn;
    }

    private static boolean isNear(int argb, BufferedImage larger, int x, int y, int scale) {
        double sum = 0;
        for (int row = 0; row < scale; row++) {
            for (int column = 0; column < scale; column++) {
                sum += brightness(larger.getRGB(x * scale + column, y * scale + row));
            }
        }
        return Math.abs(sum / (scale * scale) - brightness(argb)) < NEAR;
    }

    private static double brightness(int argb) {
        return ((argb >> 16 & 0xFF) + (argb >> 8 & 0xFF) + (argb & 0xFF)) / 3.0;
    }
}
