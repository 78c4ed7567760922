package dev.overlap.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.Story;
import dev.overlap.trace.WorkerTrack.Role;

import org.junit.jupiter.api.Test;

class HandOversTest {

    private static final long MILLI = 1_000_000;

    @Test
    void eachStepOfATaskOnTheLoopHandsItOverOnceItIsOver() {
        Story story = Story.of("a", "b");
        int loop = story.hire("loop-1", Role.LOOP);
        story.busy(loop, 0, 1, 2).busy(loop, -1, 3, 4).busy(loop, 1, 5, 6).busy(loop, 0, 7, 9);
        Trace trace = story.live();

        assertThat(HandOvers.of(trace, 8 * MILLI).byChoice()).isEqualTo(2);
        assertThat(HandOvers.of(trace, 9 * MILLI).byChoice()).isEqualTo(3);
    }

    @Test
    void threadsHandNothingOverByChoiceAndTheirSwitchesAreUnknownUntilTheSystemTells() {
        Story story = Story.of("a");
        int first = story.hire("thread-1", Role.THREAD);
        int second = story.hire("thread-2", Role.THREAD);
        story.busy(first, 0, 1, 2);
        Trace trace = story.live();

        assertThat(HandOvers.of(trace, 9 * MILLI)).isEqualTo(new HandOvers(0, HandOvers.UNKNOWN));
        trace.worker(first).forced(3);
        assertThat(HandOvers.of(trace, 9 * MILLI)).isEqualTo(new HandOvers(0, 3));
        trace.worker(second).forced(4);
        assertThat(HandOvers.of(trace, 9 * MILLI)).isEqualTo(new HandOvers(0, 7));
    }
}
