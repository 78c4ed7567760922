package dev.overlap.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class BulkRequestsTest {

    @Test
    void hundredRequestsAreFineAndOneMoreIsACrowd() {
        assertThat(crowds("a.example x100", 1)).isEmpty();
        assertThat(crowds("a.example x101", 1)).containsExactly(new BulkRequests("a.example", 101));
    }

    @Test
    void linesOfOneHostCountTogetherHoweverItIsWritten() {
        String list = "http://A.example/1 x50\nhttps://a.example:8443/2 x50\na.example./3\n";

        assertThat(crowds(list, 1)).containsExactly(new BulkRequests("a.example", 101));
    }

    @Test
    void repeatsOfTheListCount() {
        assertThat(crowds("a.example x11\nb.example x20\nc.example", 10))
                .containsExactly(
                        new BulkRequests("b.example", 200), new BulkRequests("a.example", 110));
    }

    @Test
    void severalRunsInARowCountTogether() {
        Plan plan = new Plan(SiteList.parse("a.example x6\nb.example"), "x", Settings.DEFAULT);

        assertThat(BulkRequests.of(plan, 15)).isEmpty();
        assertThat(BulkRequests.of(plan, 17)).containsExactly(new BulkRequests("a.example", 102));
    }

    @Test
    void jobsCountAndComputationsDoNot() {
        assertThat(crowds("a.example x60\npoll:a.example x60\ncpu:1s x500", 1))
                .containsExactly(new BulkRequests("a.example", 120));
    }

    @Test
    void everyFetchOfEveryStepCountsAsOftenAsItsLine() {
        String list =
                """
                a.example -> lock:l { poll:a.example/jobs -> permit:p/2 { a.example } } x30
                lock:l { b.example -> a.example/2 -> cpu:1s -> lab:/x } -> add:n/500 x20
                queue q 100
                """;

        assertThat(crowds(list, 1)).containsExactly(new BulkRequests("a.example", 110));
    }

    @Test
    void thisMachineAndTheLabAreNeverACrowd() {
        String list =
                """
                lab:/delay/1 x500
                http://localhost/ x500
                http://127.0.0.1:8/ x500
                http://[::1]:80/ x500
                """;

        assertThat(crowds(list, 10)).isEmpty();
    }

    @Test
    void linesThatAreNotRunDoNotCount() {
        assertThat(crowds("off a.example x500\n# a.example x500\nhtp://a.example x500", 9))
                .isEmpty();
    }

    @Test
    void numbersBeyondAnyRunDoNotOverflow() {
        String many = "a.example x100000\n".repeat(1_000);

        assertThat(crowds(many, Settings.MAX_REPEATS))
                .containsExactly(new BulkRequests("a.example", 1_000_000_000_000L));
    }

    private static List<BulkRequests> crowds(String list, int repeat) {
        Settings settings = Settings.DEFAULT.withRepeat(repeat);
        return BulkRequests.of(new Plan(SiteList.parse(list), "event-loop", settings));
    }
}
