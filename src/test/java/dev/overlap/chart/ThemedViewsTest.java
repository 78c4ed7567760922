package dev.overlap.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.render.Theme;
import dev.overlap.testkit.ComparisonBuilder;
import dev.overlap.testkit.TraceBuilder;

import javafx.beans.property.BooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** Checks that each chart follows the theme when it changes repeatedly. */
@ExtendWith(ApplicationExtension.class)
class ThemedViewsTest {

    /** A chart, its pulse method, and its theme property. */
    record Shown(Control view, Runnable pulse, BooleanProperty dark) {}

    /** Each chart with and without content. */
    enum Picture {
        TIMELINE {
            @Override
            Shown make() {
                Timeline timeline = new Timeline();
                timeline.traceProperty()
                        .set(TraceBuilder.of("a").fetch(0, 1, 20, 280, 300).finished());
                return new Shown(timeline, timeline::pulse, timeline.darkProperty());
            }
        },
        EMPTY_TIMELINE {
            @Override
            Shown make() {
                Timeline timeline = new Timeline();
                return new Shown(timeline, timeline::pulse, timeline.darkProperty());
            }
        },
        COMPARISON {
            @Override
            Shown make() {
                ComparisonChart view = new ComparisonChart();
                view.comparisonProperty()
                        .set(
                                ComparisonBuilder.of(
                                        ComparisonBuilder.entry("sequential", 300, 310),
                                        ComparisonBuilder.entry("event-loop", 100, 110)));
                return new Shown(view, view::pulse, view.darkProperty());
            }
        },
        EMPTY_COMPARISON {
            @Override
            Shown make() {
                ComparisonChart view = new ComparisonChart();
                return new Shown(view, view::pulse, view.darkProperty());
            }
        },
        SWEEP {
            @Override
            Shown make() {
                WorkerSweepChart view = new WorkerSweepChart();
                view.comparisonProperty()
                        .set(
                                ComparisonBuilder.of(
                                        ComparisonBuilder.workers("thread-pool", 1, 300, 310),
                                        ComparisonBuilder.workers("thread-pool", 2, 150, 160)));
                return new Shown(view, view::pulse, view.darkProperty());
            }
        },
        EMPTY_SWEEP {
            @Override
            Shown make() {
                WorkerSweepChart view = new WorkerSweepChart();
                return new Shown(view, view::pulse, view.darkProperty());
            }
        };

        abstract Shown make();
    }

    private final StackPane root = new StackPane();

    @Start
    void show(Stage stage) {
        stage.setScene(new Scene(root, 600, 400));
        stage.show();
    }

    private static <T> T fx(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, action);
    }

    @ParameterizedTest
    @EnumSource
    void followsTheThemeWhenItChangesRepeatedly(Picture picture) {
        Shown shown =
                fx(
                        () -> {
                            Shown created = picture.make();
                            root.getChildren().setAll(created.view);
                            root.layout();
                            return created;
                        });
        for (boolean dark : new boolean[] {false, true, false, true}) {
            int[] pixels = painted(shown, dark);
            Theme theme = dark ? Theme.DARK : Theme.LIGHT;
            Theme other = dark ? Theme.LIGHT : Theme.DARK;
            assertThat(share(theme.ground(), pixels)).isGreaterThan(0.5);
            assertThat(share(other.ground(), pixels)).isZero();
        }
    }

    private static double share(int argb, int[] pixels) {
        return (double) IntStream.of(pixels).filter(pixel -> pixel == argb).count() / pixels.length;
    }

    /** All pixels after a pulse. */
    private static int[] painted(Shown shown, boolean dark) {
        return fx(
                () -> {
                    shown.dark.set(dark);
                    shown.pulse.run();
                    WritableImage image = shown.view.snapshot(null, null);
                    int width = (int) image.getWidth();
                    int height = (int) image.getHeight();
                    int[] pixels = new int[width * height];
                    image.getPixelReader()
                            .getPixels(
                                    0,
                                    0,
                                    width,
                                    height,
                                    PixelFormat.getIntArgbInstance(),
                                    pixels,
                                    0,
                                    width);
                    return pixels;
                });
    }
}
