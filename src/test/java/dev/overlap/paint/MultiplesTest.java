package dev.overlap.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.RecordingSurface;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Recorder;
import dev.overlap.trace.Trace;
import dev.overlap.trace.WorkerTrack.Role;

import org.junit.jupiter.api.Test;

import java.util.List;

class MultiplesTest {

    private static final long MILLI = 1_000_000;

    private final RecordingSurface surface = new RecordingSurface();

    /** Two tasks that wait 100 ms each: one after another, or at once. */
    private static Trace trace(Role role, boolean overlapping) {
        Recorder recorder = new Recorder(new Trace(List.of("a", "b")));
        long zero = System.nanoTime();
        recorder.begin(zero);
        int worker = recorder.hire("worker-1", role);
        for (int task = 0; task < 2; task++) {
            long begin = zero + (overlapping ? 0 : task * 100L * MILLI);
            recorder.enter(task, Phase.WAIT, begin);
            recorder.busy(worker, task, begin);
            recorder.idle(worker, begin + MILLI);
            recorder.end(task, new Outcome.Answered(200, 0), begin + 100 * MILLI);
        }
        recorder.finish();
        return recorder.trace();
    }

    private void paint(Multiples.Part... parts) {
        double height = Multiples.heightOf(List.of(parts));
        Multiples.paint(surface, List.of(parts), new Sheet(1000, height, 1, Theme.LIGHT));
    }

    private List<String> words() {
        return surface.words().stream().map(RecordingSurface.Words::text).toList();
    }

    @Test
    void speedUpIsMeasuredAgainstTheRunThatWentOneByOne() {
        paint(
                new Multiples.Part("Sequential", trace(Role.THREAD, false)),
                new Multiples.Part("Event loop", trace(Role.LOOP, true)));
        assertThat(words())
                .contains("1.0 \u00d7", "2.0 \u00d7", "one after another, measured: 200 ms");
    }

    @Test
    void withoutSuchARunItIsNamedAsDerived() {
        paint(new Multiples.Part("Event loop", trace(Role.LOOP, true)));
        assertThat(words())
                .contains("\u2248 2.0 \u00d7")
                .noneMatch(text -> text.contains("measured"));
    }

    @Test
    void allPartsShareOneTimeAxis() {
        paint(
                new Multiples.Part("Sequential", trace(Role.THREAD, false)),
                new Multiples.Part("Event loop", trace(Role.LOOP, true)));
        int wait = Theme.LIGHT.of(Phase.WAIT);
        List<Double> widths =
                surface.shapes().stream()
                        .filter(shape -> shape.argb() == wait && shape.width() > 20)
                        .map(RecordingSurface.Shape::width)
                        .distinct()
                        .toList();
        assertThat(widths)
                .as("four waits of 100 ms are equally wide, but for rounding")
                .hasSizeLessThanOrEqualTo(2);
    }
}
