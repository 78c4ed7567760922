package dev.overlap.chart;

import static dev.overlap.testkit.SurfaceContract.GROUND;
import static dev.overlap.testkit.SurfaceContract.HEIGHT;
import static dev.overlap.testkit.SurfaceContract.WIDTH;

import dev.overlap.render.Surface;
import dev.overlap.testkit.SurfaceContract;

import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.util.function.Consumer;
import java.util.stream.Stream;

/** Tests the surface of charts in the window. */
@ExtendWith(ApplicationExtension.class)
class CanvasSurfaceTest {

    @Start
    void begin(Stage stage) {
        stage.setTitle("surface"); // only starts the toolkit
    }

    @TestFactory
    Stream<DynamicTest> fulfilsTheSurfaceContract() {
        return SurfaceContract.of(CanvasSurfaceTest::drawn);
    }

    private static int[][] drawn(int scale, Consumer<Surface> drawing) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> pixels(scale, drawing));
    }

    private static int[][] pixels(int scale, Consumer<Surface> drawing) {
        Canvas canvas = new Canvas(WIDTH * scale, HEIGHT * scale);
        canvas.getGraphicsContext2D().scale(scale, scale);
        CanvasSurface surface =
                new CanvasSurface(canvas.getGraphicsContext2D(), new FxTextMetrics());
        surface.setPixel(1.0 / scale);
        surface.fill(0, 0, WIDTH, HEIGHT, GROUND);
        drawing.accept(surface);
        WritableImage image = canvas.snapshot(new SnapshotParameters(), null);
        int width = (int) image.getWidth();
        int[][] pixels = new int[(int) image.getHeight()][width];
        for (int y = 0; y < pixels.length; y++) {
            image.getPixelReader()
                    .getPixels(
                            0, y, width, 1, PixelFormat.getIntArgbInstance(), pixels[y], 0, width);
        }
        return pixels;
    }
}
