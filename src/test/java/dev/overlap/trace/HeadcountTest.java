package dev.overlap.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.Story;
import dev.overlap.trace.WorkerTrack.Role;

import org.junit.jupiter.api.Test;

class HeadcountTest {

    @Test
    void kindsAreCountedAndNamedInTheOrderOfTheRolesAndOnlyThoseThatOccur() {
        Story story = Story.of("a");
        story.hire("loop-1", Role.LOOP);
        story.hire("offload-1", Role.THREAD);
        story.hire("offload-2", Role.THREAD);
        Headcount workers = Headcount.of(story.live());

        assertThat(workers.words((count, word) -> count + " " + word, ", "))
                .isEqualTo("2 thread, 1 loop");
        assertThat(workers.without(Role.THREAD).words((count, word) -> count + word, ", "))
                .isEqualTo("1loop");
        assertThat(workers.of(Role.PROCESS)).isZero();
    }

    @Test
    void onlyThoseCountThatHadBeenHired() {
        Story story = Story.of("a");
        story.hire("thread-1", Role.THREAD, 0);
        story.hire("thread-2", Role.THREAD, 20);

        assertThat(Headcount.of(story.live(), 0).of(Role.THREAD)).isOne();
        assertThat(Headcount.of(story.live(), 19_999_999).of(Role.THREAD)).isOne();
        assertThat(Headcount.of(story.live(), 20_000_000).of(Role.THREAD)).isEqualTo(2);
    }

    @Test
    void noWorkersAreNoWords() {
        assertThat(Headcount.of(Story.of("a").live()).words((_, word) -> word, ", ")).isEmpty();
    }
}
