package dev.overlap.text.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.text.history.HistoryText.Naming;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

class HistoryTextTest {

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.systemDefault()).toInstant();
    }

    @Test
    void captionSaysNoMoreOfTheDateThanIsNeeded() {
        Instant now = at("2026-11-28T20:00:00");
        assertThat(HistoryText.caption(2_410_000_000L, at("2026-11-28T09:05:00"), now))
                .isEqualTo("2.41 s \u00b7 09:05");
        assertThat(HistoryText.caption(2_410_000_000L, at("2026-11-27T09:05:00"), now))
                .isEqualTo("2.41 s \u00b7 27 Nov, 09:05");
        assertThat(HistoryText.caption(-1, at("2025-03-04T09:05:00"), now))
                .isEqualTo("not finished \u00b7 4 Mar 2025");
    }

    @Test
    void namesAreAsShortAsTheyTellRunsApart() {
        Instant nine = at("2026-11-28T09:00:00");
        Naming two = new Naming("", "Thread pool \u00b7 2 threads", nine);
        Naming four = new Naming("", "Thread pool \u00b7 4 threads", nine.plusSeconds(1));
        Naming again = new Naming("", "Thread pool \u00b7 4 threads", nine.plusSeconds(2));
        Naming loop = new Naming("", "Event loop \u00b7 1 loop", nine);
        Naming named = new Naming("lunch", "Event loop \u00b7 1 loop", nine);

        assertThat(HistoryText.distinct(List.of(two, loop)))
                .containsExactly("Thread pool", "Event loop");
        assertThat(HistoryText.distinct(List.of(two, four, named)))
                .containsExactly(
                        "Thread pool \u00b7 2 threads", "Thread pool \u00b7 4 threads", "lunch");
        assertThat(HistoryText.distinct(List.of(four, again, two)))
                .containsExactly(
                        "Thread pool \u00b7 28 Nov, 09:00:01",
                        "Thread pool \u00b7 28 Nov, 09:00:02",
                        "Thread pool \u00b7 2 threads");
        assertThat(HistoryText.distinct(List.of(two, two))).doesNotHaveDuplicates();
    }

    @Test
    void namesOfFilesHoldNothingThatASystemForbids() {
        assertThat(HistoryText.fileName("Thread pool \u00b7 4: a/b*?", "har"))
                .isEqualTo("overlap-thread-pool-4-a-b.har");
        assertThat(HistoryText.fileName("\u2026", "png")).isEqualTo("overlap-run.png");
    }

    @Test
    void questionSaysHowManyGo() {
        assertThat(HistoryText.forgetQuestion(1, 0))
                .isEqualTo(
                        "The one kept run is deleted from this computer. This cannot be undone.");
        assertThat(HistoryText.forgetQuestion(12, 2))
                .isEqualTo(
                        "All 12 kept runs are deleted from this computer, also the 2 pinned."
                                + " This cannot be undone.");
    }
}
