package dev.overlap.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.metrics.ConcurrencyCurve;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

/** Tests the properties of phases. */
class PhaseTest {

    @Test
    void waitingForOnesTurnIsNoWorkAndWaitingOnPurposeIs() {
        assertThat(Phase.values())
                .filteredOn(phase -> !phase.isWork())
                .containsExactly(
                        Phase.QUEUED, Phase.READY, Phase.BLOCKED, Phase.LEASE, Phase.AWAIT);
    }

    @Test
    void aConnectionIsHeldFromTheEndOfTheLeaseToTheLastByte() {
        assertThat(Arrays.stream(Phase.values()).filter(Phase::holdsConnection))
                .containsExactly(
                        Phase.DNS, Phase.CONNECT, Phase.TLS, Phase.SEND, Phase.WAIT, Phase.RECEIVE);
    }

    @Test
    void otherFactsHoldOfThesePhases() {
        assertThat(Arrays.stream(Phase.values()).filter(Phase::opensConnection))
                .containsExactly(Phase.CONNECT, Phase.TLS);
        assertThat(Arrays.stream(Phase.values()).filter(Phase::awaitsNetwork))
                .containsExactly(Phase.DNS, Phase.CONNECT, Phase.TLS, Phase.WAIT);
        assertThat(Arrays.stream(Phase.values()).filter(Phase::endsOnLoop))
                .containsExactly(
                        Phase.LEASE,
                        Phase.DNS,
                        Phase.CONNECT,
                        Phase.TLS,
                        Phase.WAIT,
                        Phase.RECEIVE,
                        Phase.PAUSE);
        assertThat(Arrays.stream(Phase.values()).filter(Phase::usesCpu))
                .containsExactly(Phase.COMPUTE);
        assertThat(Arrays.stream(Phase.values()).filter(Phase::keepsWorkerBusy))
                .containsExactly(Phase.SEND, Phase.RECEIVE, Phase.COMPUTE);
    }

    /** The ids are columns of exported files and line marks of programs. */
    @Test
    void idsStayAsTheyAre() {
        assertThat(Arrays.stream(Phase.values()).map(Phase::id))
                .containsExactly(
                        "queued", "ready", "blocked", "lease", "dns", "connect", "tls", "send",
                        "wait", "receive", "compute", "pause", "await");
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
