package dev.overlap.report.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.overlap.render.Theme;
import dev.overlap.testkit.ComparisonBuilder;
import dev.overlap.testkit.RecordingSurface;
import dev.overlap.testkit.RecordingSurface.Shape;
import dev.overlap.testkit.RecordingSurface.ShapeKind;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;

/** Tests the small pictures of runs. */
class ThumbnailTest {

    private static RecordingSurface painted(List<Trace> traces) {
        RecordingSurface surface = new RecordingSurface();
        Thumbnail.of(traces, Theme.LIGHT).paint(surface, 1);
        return surface;
    }

    private static List<Shape> bars(List<Trace> traces) {
        List<Shape> fills = painted(traces).shapes(ShapeKind.FILL);
        return fills.subList(1, fills.size()); // after the ground
    }

    @Test
    void sequentialRunIsAStaircaseAndOneAtOnceIsNone() {
        List<Shape> stairs =
                bars(List.of(ComparisonBuilder.oneByOne(4, 100))).stream()
                        .filter(bar -> bar.height() > 1) // being queued is a thin line
                        .toList();
        assertThat(stairs).hasSize(4);
        assertThat(stairs).extracting(Shape::x).isSorted().doesNotHaveDuplicates();
        assertThat(stairs).extracting(Shape::y).isSorted().doesNotHaveDuplicates();
        assertThat(bars(List.of(ComparisonBuilder.atOnce(4, 100))))
                .filteredOn(bar -> bar.height() > 1)
                .extracting(Shape::x)
                .hasSize(4)
                .containsOnly(4.0);
    }

    @Test
    void variantsShareOneAxis() {
        List<Shape> both =
                bars(
                        List.of(
                                ComparisonBuilder.oneByOne(1, 100),
                                ComparisonBuilder.oneByOne(1, 50)));
        assertThat(both).hasSize(2);
        assertThat(both.getFirst().width()).isCloseTo(2 * both.getLast().width(), within(2.0));
    }

    @Test
    void noSizeOfARunLeavesThePicture() {
        for (int tasks : new int[] {0, 1, 10, 5_000}) {
            List<Trace> traces = Collections.nCopies(9, ComparisonBuilder.atOnce(tasks, 100));
            for (List<Trace> drawn : List.of(traces, traces.subList(0, 1))) {
                RecordingSurface surface = painted(drawn);
                assertThat(surface.shapes(ShapeKind.FILL))
                        .hasSizeLessThan(200)
                        .allMatch(bar -> bar.x() >= 0 && bar.right() <= 128)
                        .allMatch(bar -> bar.y() >= 0 && bar.y() + bar.height() <= 72);
            }
        }
    }
}
