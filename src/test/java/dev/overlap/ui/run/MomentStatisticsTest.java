package dev.overlap.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceMoment;

import org.junit.jupiter.api.Test;

class MomentStatisticsTest {

    private static Trace finished() {
        return TraceBuilder.of("a").answered(0, 200, 10).finished();
    }

    @Test
    void theLoadOfARunIsComputedOnceForAllMomentsOfItsReplay() {
        Trace trace = finished();
        MomentStatistics first = MomentStatistics.of(TraceMoment.at(trace, 1), null);
        MomentStatistics second = MomentStatistics.of(TraceMoment.at(trace, 2), first);
        assertThat(first.load()).isNotNull();
        assertThat(second.load()).isSameAs(first.load());
        MomentStatistics other = MomentStatistics.of(TraceMoment.at(finished(), 2), second);
        assertThat(other.load()).as("of another run").isNotNull().isNotSameAs(first.load());
        Trace live = TraceBuilder.of("a").live();
        assertThat(MomentStatistics.of(TraceMoment.at(live, 2), other).load()).isNull();
    }
}
