package dev.overlap.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.Story;
import dev.overlap.trace.WorkerTrack.Role;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class EventsTest {

    private static final long MILLI = 1_000_000;
    private static final Outcome OK = new Outcome.Answered(200, 1_000);

    @Test
    void everyChangeOfAPhaseEveryEndAndEveryBeginOfASliceIsAnEvent() {
        Story story = Story.of("a");
        int thread = story.hire("thread-1", Role.THREAD);
        story.busy(thread, 0, 1, 9).enter(0, Phase.WAIT, 2).enter(0, Phase.RECEIVE, 5);
        Trace trace = story.answered(0, 200, 8).finished();

        assertThat(millis(Events.of(trace))).containsExactly(0L, 1L, 2L, 5L, 8L);
    }

    @Test
    void whatHappensAtTheSameInstantIsOneEvent() {
        Story story = Story.of("a", "b");
        story.enter(0, Phase.WAIT, 2).enter(1, Phase.WAIT, 2);
        Trace trace = story.answered(0, 200, 4).answered(1, 200, 4).finished();
        Events events = Events.of(trace);

        assertThat(millis(events)).containsExactly(0L, 2L, 4L);
        assertThat(events.at(2 * MILLI))
                .containsExactly(
                        new Change.Entered(0, Phase.QUEUED, Phase.WAIT),
                        new Change.Entered(1, Phase.QUEUED, Phase.WAIT));
    }

    @Test
    void lastEventIsTheEndOfTheRunWhateverALoopDoesBehindIt() {
        Story story = Story.of("a");
        int loop = story.hire("loop-1", Role.LOOP);
        story.enter(0, Phase.WAIT, 1).answered(0, 200, 4).busy(loop, -1, 6, 7);
        Events events = Events.of(story.finished());

        assertThat(events.latest(Long.MAX_VALUE)).isEqualTo(4 * MILLI);
        assertThat(events.next(4 * MILLI)).isEqualTo(Events.NONE);
    }

    @Test
    void nextAndPreviousAreBesideAnInstantAndNeverAtIt() {
        Trace trace = Story.of("a").enter(0, Phase.WAIT, 2).answered(0, 200, 4).finished();
        Events events = Events.of(trace);

        assertThat(events.next(2 * MILLI)).isEqualTo(4 * MILLI);
        assertThat(events.next(2 * MILLI - 1)).isEqualTo(2 * MILLI);
        assertThat(events.previous(2 * MILLI)).isZero();
        assertThat(events.previous(2 * MILLI + 1)).isEqualTo(2 * MILLI);
        assertThat(events.previous(0)).isEqualTo(Events.NONE);
        assertThat(events.latest(2 * MILLI)).isEqualTo(2 * MILLI);
        assertThat(events.countUntil(3 * MILLI)).isEqualTo(2);
    }

    @Test
    void endsAreToldFirstThenPhasesThenWorkers() {
        Story story = Story.of("a", "b");
        int thread = story.hire("thread-1", Role.THREAD);
        story.enter(0, Phase.WAIT, 3).busy(thread, 0, 3, 5);
        story.enter(1, Phase.SEND, 1).answered(1, 200, 3);
        Events events = Events.of(story.finished());

        assertThat(events.at(3 * MILLI))
                .containsExactly(
                        new Change.Ended(1, Phase.SEND, OK),
                        new Change.Entered(0, Phase.QUEUED, Phase.WAIT),
                        new Change.Busy(thread, 0));
    }

    @Test
    void phaseOfNoLengthIsPassedOver() {
        Story story = Story.of("a").enter(0, Phase.CONNECT, 1);
        story.enter(0, Phase.SEND, 2).enter(0, Phase.WAIT, 2).answered(0, 200, 4);

        assertThat(Events.of(story.finished()).at(2 * MILLI))
                .containsExactly(new Change.Entered(0, Phase.CONNECT, Phase.WAIT));
    }

    @Test
    void beginOfTheRunIsTheFirstEventAndNothingWasBefore() {
        Events events = Events.of(Story.of("a").answered(0, 200, 4).finished());

        assertThat(events.at(0)).containsExactly(new Change.Entered(0, null, Phase.QUEUED));
        assertThat(events.at(1)).isEmpty();
    }

    private static List<Long> millis(Events events) {
        List<Long> found = new ArrayList<>();
        for (long at = events.next(-1); at != Events.NONE; at = events.next(at)) {
            found.add(at / MILLI);
        }
        assertThat(found).hasSize(events.count());
        return found;
    }
}
