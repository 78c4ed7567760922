package dev.overlap.export;

import static dev.overlap.testkit.SurfaceContract.GROUND;
import static dev.overlap.testkit.SurfaceContract.HEIGHT;
import static dev.overlap.testkit.SurfaceContract.WIDTH;

import dev.overlap.render.Surface;
import dev.overlap.report.slide.AwtTextMetrics;
import dev.overlap.testkit.SurfaceContract;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Tests the surface of exported images. */
class Graphics2DSurfaceTest {

    @TestFactory
    Stream<DynamicTest> fulfilsTheSurfaceContract() {
        return SurfaceContract.of(Graphics2DSurfaceTest::drawn);
    }

    private static int[][] drawn(int scale, Consumer<Surface> drawing) {
        int width = WIDTH * scale;
        int height = HEIGHT * scale;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(scale, scale);
        Surface surface = new Graphics2DSurface(graphics, scale, metrics());
        surface.fill(0, 0, WIDTH, HEIGHT, GROUND);
        drawing.accept(surface);
        graphics.dispose();
        int[][] pixels = new int[height][];
        for (int y = 0; y < height; y++) {
            pixels[y] = image.getRGB(0, y, width, 1, null, 0, width);
        }
        return pixels;
    }

    private static AwtTextMetrics metrics() {
        try {
            return AwtTextMetrics.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
