package dev.overlap.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceMemo;
import dev.overlap.trace.TraceMoment;
import dev.overlap.trace.metrics.FinishedRun;
import dev.overlap.ui.replay.Replay;
import dev.overlap.ui.run.RunController.State;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

import java.util.concurrent.TimeUnit;

/** Tests the status line with a manual clock. */
@ExtendWith(ApplicationExtension.class)
class StatusLineTest {

    private static final long MILLI = 1_000_000;

    private final Replay replay = new Replay();
    private final Trace trace =
            TraceBuilder.of("a").enter(0, Phase.WAIT, 100).answered(0, 404, 1_000).finished();
    private long now;
    private StatusLine status;
    private FxRobot robot;

    @BeforeEach
    void load(FxRobot given) {
        robot = given;
        robot.interact(() -> status = new StatusLine(() -> now));
        replay.load(trace);
    }

    @Test
    void replayShowsTheInstantAndTheLatestChange() {
        assertThat(at(250)).isEqualTo("Replay at 0.250 s \u00b7 a: queued \u2192 wait");
        assertThat(at(1_000)).endsWith("1.000 s \u00b7 a: wait \u2192 404");
    }

    @Test
    void messageStaysForAWhileDuringAReplay() {
        at(200);
        robot.interact(() -> status.show("Saved."));
        now = TimeUnit.SECONDS.toNanos(3);
        assertThat(at(210)).isEqualTo("Saved.");
        now = TimeUnit.SECONDS.toNanos(5);
        assertThat(at(220)).startsWith("Replay at 0.220 s");
    }

    @Test
    void messageStaysDuringAPausedReplay() {
        at(200);
        robot.interact(() -> status.show("Saved."));
        now = TimeUnit.SECONDS.toNanos(9);

        assertThat(at(200)).isEqualTo("Saved.");
    }

    @Test
    void endOfARunCountsItsTasksByOutcome() {
        TraceBuilder builder = TraceBuilder.of("a", "b", "c").answered(0, 200, 1);
        builder.end(1, new Outcome.Done(), 2).end(2, new Outcome.Computed(), 3);
        TraceMoment moment = TraceMoment.at(builder.finished(), -1);
        MomentStatistics statistics = MomentStatistics.of(moment, new TraceMemo<>(FinishedRun::of));
        robot.interact(() -> status.show(State.IDLE, statistics, 0));
        assertThat(status.getText())
                .isEqualTo("Finished \u00b7 1 answered, 1 computed, 1 done \u00b7 3.0 ms");
    }

    private String at(long millis) {
        replay.seek(millis * MILLI);
        TraceMoment moment = TraceMoment.at(trace, replay.playheadProperty().get());
        MomentStatistics statistics =
                MomentStatistics.of(moment, new TraceMemo<>(FinishedRun::of))
                        .with(replay.changes(moment), ExpectedOutcomes.NONE);
        robot.interact(() -> status.show(State.IDLE, statistics, 0));
        return status.getText();
    }
}
