package dev.overlap.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.TraceBuilder;

import org.junit.jupiter.api.Test;

class ConnectionTrackTest {

    private static final long MILLI = 1_000_000;

    @Test
    void connectionsStandInTheOrderInWhichTheyWereFirstUsed() {
        TraceBuilder traceBuilder =
                TraceBuilder.of("a", "b", "c").exchange(1, "c-2", 0, 100).exchange(0, "c-1", 5, 50);
        Trace trace = traceBuilder.exchange(2, "c-2", 100, 200).live();

        assertThat(trace.connections())
                .extracting(ConnectionTrack::identity)
                .containsExactly("c-2", "c-1");
        assertThat(trace.connections()).extracting(ConnectionTrack::index).containsExactly(0, 1);
        assertThat(trace.connections().getFirst().uses()).isEqualTo(2);
        assertThat(trace.connections().getFirst().host()).isEqualTo(TraceBuilder.HOST);
        assertThat(trace.connection(trace.task(0).exchanges().getFirst()))
                .isSameAs(trace.connections().getLast());
    }

    @Test
    void whoOpensAConnectionUsesItFromThereOnAndWhoFindsItOpenFromItsRequestOn() {
        TraceBuilder traceBuilder =
                TraceBuilder.of("a", "b").exchange(0, "c-1", 10, 110).answered(0, 200, 110);
        traceBuilder.enter(1, Phase.LEASE, 20).exchange(1, "c-1", 150, 250).answered(1, 200, 250);
        ConnectionTrack track = traceBuilder.finished().connections().getFirst();

        assertThat(track.begin(0)).as("connect").isEqualTo(10 * MILLI);
        assertThat(track.firstUsedNanos()).as("its request").isEqualTo(20 * MILLI);
        assertThat(track.end(0)).isEqualTo(110 * MILLI);
        assertThat(track.begin(1)).as("behind the lease").isEqualTo(150 * MILLI);
        assertThat(track.end(1)).isEqualTo(250 * MILLI);
        assertThat(track.wasOpened()).isTrue();
    }

    @Test
    void aUseIsOverWhenItsTaskNeedsNoConnectionAnyMore() {
        TraceBuilder traceBuilder =
                TraceBuilder.of("poll").exchange(0, "c-1", 0, 100).enter(0, Phase.PAUSE, 100);
        traceBuilder.exchange(0, "c-1", 300, 400);
        ConnectionTrack track = traceBuilder.live().connections().getFirst();

        assertThat(track.end(0)).isEqualTo(100 * MILLI);
        assertThat(track.exchange(1)).isEqualTo(1);
        assertThat(track.end(1)).as("it goes on").isEqualTo(TaskTrack.OPEN);
    }

    @Test
    void aThreadThatReportsItsEndLateDoesNotHoldTheConnectionAnyMore() {
        TraceBuilder traceBuilder = TraceBuilder.of("late", "next").exchange(0, "c-1", 0, 100);
        traceBuilder.exchange(1, "c-1", 101, 200).answered(0, 200, 103).answered(1, 200, 200);

        assertThat(traceBuilder.finished().connections().getFirst().end(0)).isEqualTo(101 * MILLI);
    }

    @Test
    void aTaskThatWasEndedBeforeItCouldSendHasUsedNoConnection() {
        TraceBuilder traceBuilder =
                TraceBuilder.of("a").enter(0, Phase.LEASE, 0).end(0, new Outcome.Cancelled(), 10);
        traceBuilder.note(0, Exchange.begin(0, 0, "/").on("c-1", false));

        assertThat(traceBuilder.finished().connections()).isEmpty();
    }

    @Test
    void fullerPicturesOfAnExchangeAreNoFurtherUses() {
        TraceBuilder traceBuilder = TraceBuilder.of("a").exchange(0, "c-1", 0, 100);
        Exchange exchange = traceBuilder.live().task(0).exchanges().getFirst();
        traceBuilder.note(0, exchange.replied("HTTP/1.1", 200, Double.NaN, Double.NaN));
        traceBuilder.note(0, exchange.received(10)).answered(0, 200, 100);

        assertThat(traceBuilder.finished().connections().getFirst().uses()).isOne();
    }

    @Test
    void aTaskIsFoundOnAConnectionFromItsRequestOn() {
        TraceBuilder traceBuilder =
                TraceBuilder.of("a", "b").exchange(0, "c-1", 0, 100).answered(0, 200, 100);
        ConnectionTrack track =
                traceBuilder.exchange(1, "c-1", 200, 300).live().connections().getFirst();

        assertThat(track.wasUsedBy(1, 199 * MILLI)).isFalse();
        assertThat(track.wasUsedBy(1, 200 * MILLI)).isTrue();
        assertThat(track.useAt(150 * MILLI)).isZero();
    }
}
