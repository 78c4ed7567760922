package dev.overlap.chart.background;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.LogCapture;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceMoment;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

class TraceCalculatorTest {

    /** The documented tenth of a second, less the tolerance for panes that ask that often. */
    private static final long INTERVAL_NANOS = 90_000_000;

    private static final long LIMIT_NANOS = 60_000_000_000L;
    private static final int FAILURES = 2;

    @RegisterExtension final LogCapture log = new LogCapture();
    private final AtomicInteger started = new AtomicInteger();
    private final TraceCalculator<String> calculator = new TraceCalculator<>(this::calculate);

    private String calculate(TraceMoment moment) {
        if (started.incrementAndGet() <= FAILURES) {
            throw new IllegalStateException("expected by the test");
        }
        return "result";
    }

    /** A short trace is computed at once, a long one on a thread of its own. */
    @ParameterizedTest
    @ValueSource(ints = {1, 25_000})
    void whatFailsIsTriedAgainOnlyAfterTheInterval(int tasks) {
        Trace trace = new Trace(Collections.nCopies(tasks, "t"));
        TraceMoment moment = new TraceMoment(trace, 0, true);
        long begin = System.nanoTime();
        String result = calculator.at(moment);
        while (result == null && System.nanoTime() - begin < LIMIT_NANOS) {
            LockSupport.parkNanos(100_000);
            result = calculator.at(moment);
        }
        assertThat(result).isEqualTo("result");
        assertThat(started).hasValue(FAILURES + 1);
        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(FAILURES * INTERVAL_NANOS);

        assertThat(calculator.at(moment)).isEqualTo("result");
        assertThat(started).as("the same moment").hasValue(FAILURES + 1);
        assertThat(log.by(TraceCalculator.class)).as("logged once").hasSize(1);
    }
}
