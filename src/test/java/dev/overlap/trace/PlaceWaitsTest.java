package dev.overlap.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.Story;

import org.junit.jupiter.api.Test;

/** Who made room for a task, where only so many may go on at once. */
class PlaceWaitsTest {

    private static final long MILLI = 1_000_000;

    /** Two may go on: the first three begin one after another, and the last one waits for room. */
    private static Story twoAtOnce() {
        Story story = Story.of("long", "short", "middle", "waits").limit(2);
        story.enter(0, Phase.WAIT, 0).enter(1, Phase.WAIT, 0);
        story.answered(1, 200, 50).enter(2, Phase.WAIT, 50);
        return story;
    }

    @Test
    void roomWasMadeByTheOneThatEndedLastBeforeItWhicheverStandsFirstInTheList() {
        Story story = twoAtOnce().answered(2, 200, 120).answered(0, 200, 150);
        Trace trace = story.enter(3, Phase.WAIT, 150).answered(3, 200, 170).finished();

        assertThat(Waits.of(trace, 3, trace.wallNanos()))
                .containsExactly(new Wait.ForPlace(150 * MILLI, true, 2, 0));
    }

    @Test
    void whileItWaitsNobodyHasMadeRoom() {
        Trace trace = twoAtOnce().live();

        assertThat(Waits.of(trace, 3, 100 * MILLI))
                .containsExactly(new Wait.ForPlace(100 * MILLI, false, 2, -1));
    }
}
