package dev.overlap.ui.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.chart.Timeline;
import dev.overlap.render.TimeRange;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceChange;
import dev.overlap.trace.TraceMoment;

import org.junit.jupiter.api.Test;

/** Tests a replay of a run of one second with a manual clock; times in milliseconds. */
class ReplayTest {

    private static final long MILLI = 1_000_000;

    private final Replay replay = new Replay();

    @Test
    void nothingIsReplayedBeforeARunHasEnded() {
        replay.toggle();
        replay.next();
        replay.previous();
        replay.beginRange();

        assertThat(replay.isOn()).isFalse();
        assertThat(replay.rangeProperty().get()).isNull();
    }

    @Test
    void playheadMovesWithTheClockTimesTheSpeed() {
        load();
        replay.speedProperty().set(new PlaybackSpeed.Times(0.25));
        replay.toggle();
        frames(5_000, 5_400);

        assertThat(playhead()).isEqualTo(100);
    }

    @Test
    void timeDoesNotAdvanceWhilePaused() {
        load();
        replay.toggle();
        frames(0, 100);
        replay.toggle();
        frames(500);
        replay.toggle();
        frames(900);

        assertThat(playhead()).isEqualTo(100);
    }

    @Test
    void wholeRunIsShownAfterTheEnd() {
        load();
        replay.toggle();
        frames(0, 1_000);

        assertThat(replay.playingProperty().get()).isFalse();
        assertThat(replay.playheadProperty().get()).isEqualTo(Timeline.FOLLOW);
    }

    @Test
    void draggingBeyondTheEndsStaysWithinTheRun() {
        load();
        replay.seek(-5);
        assertThat(playhead()).isZero();
        replay.seek(5_000 * MILLI);
        assertThat(playhead()).isEqualTo(1_000);
    }

    @Test
    void pausedAtTheEndItRestarts() {
        load();
        replay.seek(1_000 * MILLI);
        replay.toggle();
        frames(0, 10);

        assertThat(playhead()).isEqualTo(10);
    }

    @Test
    void stepsPauseAtEachEvent() {
        load();
        replay.toggle();
        frames(0, 150);
        replay.next();
        assertThat(replay.playingProperty().get()).isFalse();
        assertThat(playhead()).isEqualTo(300);
        replay.next();
        replay.next();
        assertThat(playhead()).isEqualTo(1_000);
        replay.next();
        assertThat(playhead()).isEqualTo(1_000);
        replay.previous();
        assertThat(playhead()).isEqualTo(900);
    }

    @Test
    void withoutAReplayNextIsTheFirstEventAndPreviousTheLastButOne() {
        load();
        replay.next();
        assertThat(playhead()).isZero();
        replay.previous();
        assertThat(playhead()).isZero();
        replay.end();
        replay.previous();
        assertThat(playhead()).isEqualTo(900);
    }

    @Test
    void phasesOfTheSelectedTaskAreSteppedThrough() {
        load();
        replay.selectedTaskProperty().set(1);
        replay.nextPhase();
        assertThat(playhead()).isZero();
        replay.nextPhase();
        assertThat(playhead()).isEqualTo(1_000);
        replay.nextPhase();
        assertThat(playhead()).isEqualTo(1_000);
        replay.previousPhase();
        assertThat(playhead()).isZero();
        replay.selectedTaskProperty().set(0);
        replay.nextPhase();
        replay.nextPhase();
        assertThat(playhead()).isEqualTo(300);
        replay.selectedTaskProperty().set(-1);
        replay.nextPhase();
        assertThat(playhead()).as("of no task: the next event").isEqualTo(900);
    }

    @Test
    void speedsGoFromAHundredthToFiftyTimes() {
        assertThat(PlaybackSpeed.all().stream().map(PlaybackSpeed::shortText))
                .containsExactly(
                        "0.01\u00d7",
                        "0.02\u00d7",
                        "0.05\u00d7",
                        "0.1\u00d7",
                        "0.25\u00d7",
                        "0.5\u00d7",
                        "1\u00d7",
                        "2\u00d7",
                        "5\u00d7",
                        "10\u00d7",
                        "20\u00d7",
                        "50\u00d7",
                        "by event");
    }

    @Test
    void byEventEachEventIsHeldForHalfASecondIncludingTheLast() {
        load();
        replay.speedProperty().set(byEvent());
        replay.toggle();
        frames(0, 499);
        assertThat(playhead()).isZero();
        frames(500);
        assertThat(playhead()).isEqualTo(100);
        frames(1_000, 1_500, 2_000);
        assertThat(playhead()).isEqualTo(1_000);
        frames(2_499);
        assertThat(replay.isOn()).isTrue();
        frames(2_500);
        assertThat(replay.isOn()).isFalse();
    }

    @Test
    void byEventALateFrameSkipsNoEvent() {
        load();
        replay.speedProperty().set(byEvent());
        replay.toggle();
        frames(0, 9_000);
        assertThat(playhead()).isEqualTo(100);
        frames(9_016);
        assertThat(playhead()).isEqualTo(100);
    }

    @Test
    void rangeIsLooped() {
        load();
        replay.setRange(200 * MILLI, 400 * MILLI);
        replay.toggle();
        assertThat(playhead()).isEqualTo(200);
        frames(0, 199, 205);
        assertThat(playhead()).isEqualTo(205);
        assertThat(replay.playingProperty().get()).isTrue();
        replay.speedProperty().set(new PlaybackSpeed.Times(50));
        frames(221);
        assertThat(playhead()).as("four lengths of the range later").isEqualTo(205);
        frames(230);
        assertThat(playhead()).isEqualTo(255);
    }

    @Test
    void byEventOnlyTheEventsOfTheRangeAreShown() {
        load();
        replay.setRange(200 * MILLI, 400 * MILLI);
        replay.speedProperty().set(byEvent());
        replay.toggle();
        frames(0, 500);
        assertThat(playhead()).isEqualTo(300);
        frames(1_000);
        assertThat(playhead()).isEqualTo(200);
    }

    @Test
    void rangeIsSetAtThePlayheadAndItsOtherEndAdjusted() {
        load();
        replay.seek(300 * MILLI);
        replay.beginRange();
        assertThat(range()).isEqualTo(new TimeRange(300 * MILLI, 1_000 * MILLI));
        replay.seek(500 * MILLI);
        replay.endRange();
        assertThat(range()).isEqualTo(new TimeRange(300 * MILLI, 500 * MILLI));
        replay.seek(700 * MILLI);
        replay.beginRange();
        assertThat(range()).isEqualTo(new TimeRange(700 * MILLI, 1_000 * MILLI));
        replay.seek(600 * MILLI);
        replay.endRange();
        assertThat(range()).isEqualTo(new TimeRange(0, 600 * MILLI));
    }

    @Test
    void emptyRangeIsIgnoredAndANewRunHasNone() {
        load();
        replay.seek(0);
        replay.endRange();
        assertThat(replay.rangeProperty().get()).isNull();
        replay.setRange(100 * MILLI, 200 * MILLI);
        load();
        assertThat(replay.rangeProperty().get()).isNull();
    }

    @Test
    void rangeSetDuringARunIsKeptWithinIt() {
        replay.rangeProperty().set(new TimeRange(600 * MILLI, 5_000 * MILLI));
        load();
        assertThat(range()).isEqualTo(new TimeRange(600 * MILLI, 1_000 * MILLI));
        replay.unload();
        assertThat(replay.rangeProperty().get()).isNull();
    }

    @Test
    void playingARangeStartsInsideIt() {
        load();
        replay.setRange(200 * MILLI, 400 * MILLI);
        replay.seek(700 * MILLI);
        replay.toggle();
        assertThat(playhead()).isEqualTo(200);
        frames(0, 50);
        replay.playRange();
        assertThat(playhead()).isEqualTo(200);
        assertThat(replay.playingProperty().get()).isTrue();
        frames(0, 150);
        replay.toggle();
        replay.toggle();
        assertThat(playhead()).as("paused inside, it goes on from there").isEqualTo(350);
    }

    @Test
    void latestChangesAreKeptUntilTheNextEvent() {
        Trace trace = load();
        assertThat(replay.changes(TraceMoment.at(trace, TraceMoment.FOLLOW))).isEmpty();
        assertThat(replay.changes(TraceMoment.at(trace, 450 * MILLI)))
                .containsExactly(new TraceChange.Entered(0, Phase.WAIT, Phase.RECEIVE));
        assertThat(replay.changes(TraceMoment.at(trace, 900 * MILLI)))
                .containsExactly(
                        new TraceChange.Ended(0, Phase.RECEIVE, new Outcome.Answered(200, 1_000)));
    }

    /** Events at 0, 100, 300, 900 and 1,000 ms. */
    private Trace load() {
        TraceBuilder traceBuilder = TraceBuilder.of("a", "b");
        traceBuilder.enter(0, Phase.WAIT, 100).enter(0, Phase.RECEIVE, 300).answered(0, 200, 900);
        Trace trace = traceBuilder.answered(1, 404, 1_000).finished();
        replay.load(trace);
        return trace;
    }

    private static PlaybackSpeed byEvent() {
        return PlaybackSpeed.all().getLast();
    }

    private void frames(long... millis) {
        for (long now : millis) {
            replay.advance(now * MILLI);
        }
    }

    private long playhead() {
        return replay.playheadProperty().get() / MILLI;
    }

    private TimeRange range() {
        TimeRange range = replay.rangeProperty().get();
        assertThat(range).isNotNull();
        return range;
    }
}
