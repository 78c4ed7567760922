package dev.overlap.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TraceChange;
import dev.overlap.trace.WorkerTrack.Role;

import org.junit.jupiter.api.Test;

import java.util.List;

class ChangeTextTest {

    private static final String LONG = "https://www.example.org/" + "x".repeat(90) + "/end";
    private static final TraceChange RECEIVES =
            new TraceChange.Entered(0, Phase.WAIT, Phase.RECEIVE);

    private final TraceBuilder traceBuilder = TraceBuilder.of("lab:/delay/300", LONG);

    @Test
    void changeNamesBothPhases() {
        assertThat(words(RECEIVES)).isEqualTo("lab:/delay/300: wait \u2192 receive");
        assertThat(words(new TraceChange.Entered(0, null, Phase.QUEUED)))
                .isEqualTo("lab:/delay/300: queued");
    }

    @Test
    void endNamesTheOutcome() {
        assertThat(words(new TraceChange.Ended(0, Phase.RECEIVE, new Outcome.Answered(404, 2))))
                .isEqualTo("lab:/delay/300: receive \u2192 404");
        Outcome failed = new Outcome.Failed(FailureKind.RESET, "It was reset.");
        assertThat(words(new TraceChange.Ended(0, Phase.WAIT, failed)))
                .isEqualTo("lab:/delay/300: wait \u2192 failed, reset");
    }

    @Test
    void workerIsNamedWithItsTaskIfItHasOne() {
        int loop = traceBuilder.addWorker("loop-1", Role.LOOP);

        assertThat(words(new TraceChange.Busy(loop, 0)))
                .isEqualTo("loop-1 turns to lab:/delay/300");
        assertThat(words(new TraceChange.Busy(loop, -1))).isEqualTo("loop-1 is busy");
    }

    @Test
    void othersOfTheSameInstantAreCounted() {
        assertThat(words()).isEmpty();
        assertThat(words(RECEIVES, RECEIVES)).endsWith("receive, and 1 other");
        assertThat(words(RECEIVES, RECEIVES, RECEIVES)).endsWith("receive, and 2 others");
    }

    @Test
    void longNameIsElidedInTheMiddle() {
        assertThat(words(new TraceChange.Entered(1, Phase.WAIT, Phase.RECEIVE)))
                .startsWith("https://www.example.org/x")
                .contains("\u2026")
                .endsWith("x/end: wait \u2192 receive")
                .hasSizeLessThan(70);
    }

    private String words(TraceChange... changes) {
        return ChangeText.of(traceBuilder.live(), List.of(changes), Long.MAX_VALUE);
    }
}
