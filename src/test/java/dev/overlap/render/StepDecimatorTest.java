package dev.overlap.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.RecordingSurface;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

class StepDecimatorTest {

    private static final TimeScale HUNDRED_PIXELS =
            new TimeScale(new TimeRange(0, 1_000_000), 0, 100, 1);

    private static List<RecordingSurface.Point> points(long[] nanos, int[] level) {
        StepPath path = new StepPath(value -> -value);
        path.begin(0, 0);
        new StepDecimator(nanos, level).walk(HUNDRED_PIXELS, Long.MAX_VALUE, path);
        path.end(100);
        RecordingSurface surface = new RecordingSurface();
        path.paintLine(surface, 0);
        return surface.polylines().getFirst().points();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 255, 257, 5_000})
    void peakIsThatOfTheStepsBetween(int size) {
        Random random = new Random(size);
        int[] level = random.ints(size, 0, 1_000_000).toArray();
        StepDecimator steps = new StepDecimator(LongStream.range(0, size).toArray(), level);
        for (int tries = 0; tries < 200; tries++) {
            int from = random.nextInt(size);
            int to = from + 1 + random.nextInt(size - from);
            assertThat(steps.peak(from, to))
                    .isEqualTo(Arrays.stream(level, from, to).max().orElseThrow());
        }
    }

    @Test
    void aPixelKeepsItsHighestAndItsLastLevelWhereverTheyAre() {
        long[] nanos = {500_000, 500_001, 500_002, 500_003};
        List<RecordingSurface.Point> points = points(nanos, new int[] {1, 5, 2, 3});
        assertThat(points).filteredOn(point -> point.x() == 50).extracting("y").contains(-5.0);
        assertThat(points.getLast().x()).isEqualTo(100);
        assertThat(points).filteredOn(point -> point.x() == 100).extracting("y").contains(-3.0);
    }

    @Test
    void aMillionStepsHaveAsManyPointsAsPixels() {
        long[] nanos = LongStream.range(0, 1_000_000).toArray();
        int[] level = IntStream.range(0, 1_000_000).map(step -> step % 7).toArray();
        assertThat(points(nanos, level)).hasSizeLessThan(4 * 101);
    }
}
