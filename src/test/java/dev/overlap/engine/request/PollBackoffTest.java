package dev.overlap.engine.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.stream.IntStream;

class PollBackoffTest {

    private static final String DATE = "Mon, 02 Mar 2026 10:00:00 GMT";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0                              | PT0S
                    7                              | PT7S
                    ' 120 '                        | PT2M
                    99999999999999999999999999     | PT277777777H46M39S
                    Mon, 02 Mar 2026 10:00:05 GMT  | PT5S
                    Monday, 02-Mar-26 10:00:05 GMT | PT5S
                    Mon, 02 Mar 2026 09:59:00 GMT  | PT-1M
                    """)
    void readsSecondsAndDatesOfHttp(String value, Duration wait) {
        assertThat(RetryAfter.of(value, DATE)).isEqualTo(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-1", "1.5", "soon", "٣", "Mon, 99 Mar 2026"})
    void whatSaysNothingIsNoWait(String value) {
        assertThat(RetryAfter.of(value, DATE)).isNull();
        assertThat(RetryAfter.of(null, DATE)).isNull();
    }

    @Test
    void aDateWithoutTheServersClockIsCountedFromOurs() {
        assertThat(RetryAfter.of("Mon, 02 Mar 1998 10:00:00 GMT", null)).isNegative();
        assertThat(RetryAfter.of("Mon, 02 Mar 1998 10:00:00 GMT", "yesterday")).isNegative();
    }

    @Test
    void whatTheServerAsksForHoldsUpToAnHour() {
        PollBackoff pace = new PollBackoff();
        assertThat(pace.pause("a.example", Duration.ofMillis(20))).hasMillis(20);
        assertThat(pace.pause("a.example", Duration.ofSeconds(3))).hasSeconds(3);
        assertThat(pace.pause("a.example", Duration.ofDays(300_000_000))).hasHours(1);
    }

    @Test
    void ownPaceSlowsDownToASecondAndIsASecondToOthers() {
        PollBackoff pace = new PollBackoff();
        assertThat(IntStream.range(0, 8).mapToObj(_ -> pace.pause("localhost", null)))
                .extracting(Duration::toMillis)
                .containsExactly(100L, 150L, 225L, 337L, 506L, 759L, 1_000L, 1_000L);
        assertThat(new PollBackoff().pause("127.0.0.1", Duration.ZERO)).hasMillis(100);
        assertThat(new PollBackoff().pause("a.example", Duration.ofSeconds(-5))).hasSeconds(1);
    }
}
