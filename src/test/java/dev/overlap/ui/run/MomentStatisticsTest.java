package dev.overlap.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceMemo;
import dev.overlap.trace.TraceMoment;
import dev.overlap.trace.metrics.FinishedRun;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicInteger;

class MomentStatisticsTest {

    private static Trace finished() {
        return TraceBuilder.of("a").answered(0, 200, 10).finished();
    }

    @Test
    void theNumbersOfARunAreComputedOnceForAllThatShowIt() {
        Trace trace = finished();
        AtomicInteger computed = new AtomicInteger();
        TraceMemo<FinishedRun> whole =
                new TraceMemo<>(
                        run -> {
                            computed.incrementAndGet();
                            return FinishedRun.of(run);
                        });
        MomentStatistics end = MomentStatistics.of(TraceMoment.at(trace, -1), whole);
        assertThat(end.statistics()).isSameAs(whole.of(trace).numbers());
        MomentStatistics replayed = MomentStatistics.of(TraceMoment.at(trace, 1), whole);
        assertThat(replayed.load()).isSameAs(whole.of(trace).load());
        assertThat(replayed.statistics()).isNotEqualTo(end.statistics());
        assertThat(computed).hasValue(1);
        MomentStatistics.of(TraceMoment.at(finished(), 2), whole);
        assertThat(computed).as("another run").hasValue(2);
        Trace live = TraceBuilder.of("a").live();
        assertThat(MomentStatistics.of(TraceMoment.at(live, 2), whole).load()).isNull();
        assertThat(computed).as("a live run has no whole").hasValue(2);
    }
}
