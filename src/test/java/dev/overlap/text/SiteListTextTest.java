package dev.overlap.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.plan.LineMeaning;
import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteListTextTest {

    @Test
    void countsLinesTasksAndQueues() {
        assertThat(
                        SiteListText.count(
                                SiteList.parse(
                                        """
                                        # orders
                                        queue q 2
                                        put:q x6
                                        take:q x3
                                        off lab:/
                                        htp://x
                                        """)))
                .isEqualTo("6 lines · 9 tasks · 1 queue");
        assertThat(SiteListText.count(SiteList.parse("lab:/ x12000\n")))
                .isEqualTo("1 line · 12,000 tasks");
        assertThat(SiteListText.count(SiteList.EMPTY)).isEqualTo("0 lines · 0 tasks");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    lab:/a x3                        | Site lab:/a, 3 times.
                    off lab:/a                       | Switched off: lab:/a, 1 time.
                    lab:/a -> cpu:5ms                | Steps: lab:/a, then cpu:5ms, 1 time.
                    lock:a { add:n -> lab:/a } -> put:q x2 | Steps: with lock a held: add:n, then lab:/a; then it is given back, then put:q, 2 times.
                    permit:db/3 { http://me:pw@h/ }  | Steps: with one of 3 permits db held: http://h/; then it is given back, 1 time.
                    """)
    void saysALineWithoutItsMarks(String line, String spoken) {
        assertThat(SiteListText.spoken(SiteLine.parse(line).entry())).isEqualTo(spoken);
    }

    @Test
    void saysHowManyItemsAQueueHolds() {
        LineMeaning.Queue queue = new LineMeaning.Queue("orders", 1_000);
        assertThat(SiteListText.holds(queue)).isEqualTo("holds 1,000");
        assertThat(SiteListText.spoken(queue)).isEqualTo("Queue orders holds up to 1,000 items.");
    }
}
