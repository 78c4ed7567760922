package dev.overlap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.chart.Timeline;

import org.junit.jupiter.api.Test;

class ReplayTest {

    private final Replay replay = new Replay();

    @Test
    void nothingIsReplayedBeforeARunHasEnded() {
        replay.toggle();

        assertThat(replay.isOn()).isFalse();
    }

    @Test
    void playheadMovesWithTheClockTimesTheSpeed() {
        replay.load(1_000);
        replay.speedProperty().set(0.25);
        replay.toggle();
        replay.advance(5_000);
        replay.advance(5_400);

        assertThat(replay.playheadProperty().get()).isEqualTo(100);
    }

    @Test
    void timeThatPassesWhileItIsHeldDoesNotCount() {
        replay.load(1_000);
        replay.toggle();
        replay.advance(0);
        replay.advance(100);
        replay.toggle();
        replay.advance(500);
        replay.toggle();
        replay.advance(900);

        assertThat(replay.playheadProperty().get()).isEqualTo(100);
    }

    @Test
    void atItsEndTheWholeRunIsShownAgain() {
        replay.load(1_000);
        replay.toggle();
        replay.advance(0);
        replay.advance(1_000);

        assertThat(replay.playingProperty().get()).isFalse();
        assertThat(replay.playheadProperty().get()).isEqualTo(Timeline.FOLLOW);
    }

    @Test
    void draggingBeyondTheEndsStaysWithinTheRun() {
        replay.load(1_000);
        replay.seek(-5);
        assertThat(replay.playheadProperty().get()).isZero();
        replay.seek(5_000);
        assertThat(replay.playheadProperty().get()).isEqualTo(1_000);
    }
}
