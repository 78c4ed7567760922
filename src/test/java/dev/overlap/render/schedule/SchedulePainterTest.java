package dev.overlap.render.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.lesson.scheduler.Schedule;
import dev.overlap.render.PaintTarget;
import dev.overlap.render.Theme;
import dev.overlap.testkit.RecordingSurface;
import dev.overlap.testkit.RecordingSurface.ShapeKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class SchedulePainterTest {

    private static RecordingSurface painted(Schedule schedule, double width, double height) {
        RecordingSurface surface = new RecordingSurface();
        new SchedulePainter(RecordingSurface.METRICS)
                .paint(
                        surface,
                        ScheduleFrame.of(schedule, "visitors"),
                        new PaintTarget(width, height, 1, Theme.LIGHT));
        return surface;
    }

    private static Schedule of(boolean locked, int... threads) {
        Schedule schedule = Schedule.begin(locked);
        for (int thread : threads) {
            schedule = schedule.step(thread);
        }
        return schedule;
    }

    private static List<String> words(RecordingSurface surface) {
        return surface.texts();
    }

    @Test
    void saysThatNothingIsMeasuredAndHasNoTime() {
        List<String> words = words(painted(of(false, 0, 1, 0, 1, 0, 1), 700, 600));

        assertThat(words)
                .contains("You are the scheduler", "a step a column; nothing here is measured");
        assertThat(words).noneMatch(it -> it.matches(".*\\d\\s*(ns|µs|ms|s|%)"));
    }

    @Test
    void aLostUpdateIsTheArrowOfARun() {
        int red = Theme.LIGHT.failure();
        RecordingSurface lost = painted(of(false, 0, 1, 0, 1, 0, 1), 700, 600);
        RecordingSurface serial = painted(of(false, 0, 0, 0, 1, 1, 1), 700, 600);

        assertThat(lost.areas(red)).as("legend and row").hasSize(2);
        assertThat(words(lost)).contains("lost update", "1 of 2, 1 lost");
        assertThat(serial.areas(red)).isEmpty();
        assertThat(words(serial)).contains("2 of 2").doesNotContain("lost update");
    }

    @Test
    void theThreadThatIsNotChosenIsHatchedAndTheOneThatWaitsIsNot() {
        assertThat(painted(of(false, 0), 700, 600).shapes(ShapeKind.HATCH))
                .as("legend and row")
                .hasSize(2);
        RecordingSurface waiting = painted(of(true, 0, 0, 0), 700, 600);
        assertThat(waiting.shapes(ShapeKind.HATCH)).as("legend").hasSize(1);
        assertThat(words(waiting)).contains("waits for the lock", "held by thread 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 700})
    void nothingIsDrawnOutside(int size) {
        RecordingSurface surface = painted(of(true, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1), size, size);

        assertThat(surface.words())
                .allMatch(it -> it.left() >= -1 && it.right() <= size + 1, "in " + size);
    }
}
