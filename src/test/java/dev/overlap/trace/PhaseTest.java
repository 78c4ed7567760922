package dev.overlap.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.TraceBuilder;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

/** What counts as work, and for whom a phase holds a connection. */
class PhaseTest {

    @Test
    void waitingForOnesTurnIsNoWorkAndWaitingOnPurposeIs() {
        assertThat(Phase.values())
                .filteredOn(phase -> !phase.isWork())
                .containsExactly(Phase.QUEUED, Phase.READY, Phase.LEASE);
    }

    @Test
    void aConnectionIsHeldFromTheEndOfTheLeaseToTheLastByte() {
        assertThat(Arrays.stream(Phase.values()).filter(Phase::holdsConnection))
                .containsExactly(
                        Phase.DNS, Phase.CONNECT, Phase.TLS, Phase.SEND, Phase.WAIT, Phase.RECEIVE);
    }

    @Test
    void aPollThatPausesBetweenTwoQuestionsIsInFlight() {
        Trace trace =
                TraceBuilder.of("poll")
                        .enter(0, Phase.WAIT, 0)
                        .enter(0, Phase.PAUSE, 10)
                        .enter(0, Phase.WAIT, 90)
                        .answered(0, 200, 100)
                        .finished();

        ConcurrencyCurve curve = ConcurrencyCurve.of(trace, trace.wallNanos());

        assertThat(curve.at(50_000_000)).isOne();
        assertThat(curve.nanos()).containsExactly(0, 100_000_000);
    }
}
