package dev.overlap.render.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.Trace;
import dev.overlap.trace.TraceRecorder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class RowOrderTest {

    private static final RowChoice LIST = RowChoice.DEFAULT;

    /** Five tasks that end in the order 3, 0, 4, 1; task 2 does not end. */
    private static TraceBuilder five() {
        TraceBuilder builder =
                TraceBuilder.of(
                        "https://b.example/1",
                        "lab:/delay/9",
                        "cpu:5ms",
                        "https://a.example:8443/2",
                        "https://b.example/3");
        builder.enter(0, Phase.WAIT, 40).answered(0, 500, 100);
        builder.enter(1, Phase.LEASE, 10).enter(1, Phase.WAIT, 20).answered(1, 200, 400);
        builder.enter(2, Phase.COMPUTE, 30);
        builder.enter(3, Phase.WAIT, 50).failed(3, FailureKind.RESET, 60);
        return builder.enter(4, Phase.WAIT, 5).end(4, new Outcome.Cancelled(), 200);
    }

    private static List<Integer> tasks(RowOrder order) {
        return IntStream.range(0, order.rows()).map(order::task).boxed().toList();
    }

    private static void assertConsistent(RowOrder order) {
        int shown = 0;
        for (int row = 0; row < order.rows(); row++) {
            int task = order.task(row);
            assertThat(task >= 0).isEqualTo(order.heading(row).isEmpty());
            if (task >= 0) {
                assertThat(order.row(task)).isEqualTo(row);
                shown++;
            }
        }
        long have = IntStream.range(0, order.total()).filter(task -> order.row(task) >= 0).count();
        assertThat(order.shown()).isEqualTo(shown).isEqualTo((int) have);
        assertThat(order.row(-1)).isEqualTo(-1);
        assertThat(order.row(order.total())).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({
        "LIST, false, 0 1 2 3 4",
        "LIST, true, 4 3 2 1 0",
        "START, false, 4 1 2 0 3",
        "START, true, 3 0 2 1 4",
        "END, false, 3 0 4 1 2",
        "END, true, 1 4 0 3 2",
        "DURATION, false, 3 0 4 1 2",
        "DURATION, true, 1 4 0 3 2",
        "STATUS, false, 1 0 3 4 2",
        "STATUS, true, 4 3 0 1 2",
        "HOST, false, 3 0 4 1 2",
        "HOST, true, 1 0 4 3 2",
    })
    void sortsAndPutsWhatHasNoKeyYetLast(RowSort sort, boolean descending, String expected) {
        RowChoice choice = LIST.sortedBy(sort).descending(descending);
        RowOrder order = RowOrdering.order(five().live(), choice);

        List<Integer> wanted = Arrays.stream(expected.split(" ")).map(Integer::valueOf).toList();
        assertThat(tasks(order)).isEqualTo(wanted);
        assertConsistent(order);
    }

    @Test
    void groupsHaveHeadingsWithCountsAndKeepTheOrderWithin() {
        RowChoice choice = LIST.groupedBy(RowGroup.HOST).sortedBy(RowSort.END).descending(true);
        RowOrder order = RowOrdering.order(five().live(), choice);

        assertThat(tasks(order)).containsExactly(-1, 3, -1, 4, 0, -1, 1, -1, 2);
        assertThat(order.heading(2)).isEqualTo("b.example \u00b7 2 tasks");
        assertThat(order.heading(7)).isEqualTo("no host \u00b7 1 task");
        assertThat(order.heading(3)).isEmpty();
        assertConsistent(order);
        assertThat(order.step(3, 1)).as("over a heading").isEqualTo(4);
        assertThat(order.step(4, -1)).isEqualTo(3);
    }

    @Test
    void filtersByOutcomeHostAndPhaseTogetherAndCountsTheRest() {
        Trace trace = five().live();
        RowFilter failed = RowFilter.NONE.withStatus(RowStatus.FAILED);
        RowFilter host = RowFilter.NONE.withHost("b.example");
        RowFilter leased = RowFilter.NONE.withPhase(Phase.LEASE);

        assertThat(tasks(RowOrdering.order(trace, LIST.filteredBy(failed)))).containsExactly(3);
        assertThat(tasks(RowOrdering.order(trace, LIST.filteredBy(host)))).containsExactly(0, 4);
        assertThat(tasks(RowOrdering.order(trace, LIST.filteredBy(leased)))).containsExactly(1);
        RowOrder none = RowOrdering.order(trace, LIST.filteredBy(host.withPhase(Phase.LEASE)));
        assertThat(none.rows()).isZero();
        assertThat(none.step(0, 1)).isEqualTo(-1);
        assertThat(none.concealed(true))
                .isEqualTo("0 of 5 rows shown: only b.example \u00b7 with lease");
        assertThat(none.concealed(false)).as("rows that are no tasks are not filtered").isEmpty();
        assertConsistent(none);
    }

    @Test
    void pinnedRowsStayAtTheTopWhateverTheFilterAndTheOrder() {
        RowChoice choice =
                LIST.sortedBy(RowSort.END)
                        .filteredBy(RowFilter.NONE.withStatus(RowStatus.HTTP_ERROR))
                        .togglePin(4)
                        .togglePin(2)
                        .togglePin(99);
        RowOrder order = RowOrdering.order(five().live(), choice);

        assertThat(tasks(order)).containsExactly(4, 2, 0);
        assertThat(order.pinned()).isEqualTo(2);
        assertConsistent(order);
        assertThat(tasks(RowOrdering.order(five().live(), choice.togglePin(4))))
                .containsExactly(2, 0);
    }

    @Test
    void stepsEndAtTheLastRowAndBeginAtTheFirst() {
        RowOrder order = RowOrdering.order(five().live(), LIST.sortedBy(RowSort.END));
        assertThat(order.step(-1, 1)).isEqualTo(3);
        assertThat(order.step(3, -1)).isEqualTo(3);
        assertThat(order.step(0, 2)).isEqualTo(1);
        assertThat(order.step(2, 1)).isEqualTo(2);
    }

    @Test
    void picturesHaveSomeOfManyTasksAndAllThatArePinned() {
        Trace trace = new TraceBuilder(Collections.nCopies(1_000, "lab:/delay/1")).finished();
        RowOrder order = RowOrdering.order(trace, LIST.togglePin(999), 200);
        assertThat(order.shown()).isEqualTo(200);
        assertThat(order.accepted()).isEqualTo(1_000);
        assertThat(order.task(0)).isEqualTo(999);
        assertThat(order.task(199)).isGreaterThan(980);
        assertConsistent(order);
    }

    @ParameterizedTest
    @EnumSource(RowSort.class)
    void everyOrderOfRandomTasksIsAPermutation(RowSort sort) {
        Random random = new Random(sort.words().hashCode());
        int count = 777;
        TraceBuilder builder =
                new TraceBuilder(
                        IntStream.range(0, count)
                                .mapToObj(i -> "https://h" + i % 7 + ".example/")
                                .toList());
        for (int task = 0; task < count; task++) {
            builder.enter(task, Phase.WAIT, random.nextInt(50));
            if (random.nextBoolean()) {
                builder.answered(task, 200 + random.nextInt(300), 50 + random.nextInt(50));
            }
        }
        RowChoice choice = LIST.sortedBy(sort).groupedBy(RowGroup.STATUS).togglePin(5);
        RowOrder order = RowOrdering.order(builder.live(), choice);
        assertThat(order.shown()).isEqualTo(count);
        assertConsistent(order);
    }

    @Test
    void aLiveOrderIsMadeAnewOnlyWhenATaskHasEnded() {
        TraceBuilder builder = five();
        RowOrders orders = new RowOrders();
        RowChoice byEnd = LIST.sortedBy(RowSort.END);
        RowOrder first = orders.of(builder.live(), byEnd);
        builder.enter(2, Phase.WAIT, 300);
        assertThat(orders.of(builder.live(), byEnd)).isSameAs(first);
        builder.answered(2, 200, 350);
        RowOrder second = orders.of(builder.live(), byEnd);
        assertThat(tasks(second)).containsExactly(3, 0, 4, 2, 1);
        builder.finished();
        assertThat(orders.of(builder.live(), byEnd)).as("the same rows").isSameAs(second);
        assertThat(tasks(orders.of(builder.live(), LIST))).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void aLiveOrderByStartFollowsEveryStart() {
        TraceBuilder builder = TraceBuilder.of("a", "b");
        RowOrders orders = new RowOrders();
        RowChoice byStart = LIST.sortedBy(RowSort.START);
        assertThat(tasks(orders.of(builder.live(), byStart))).containsExactly(0, 1);
        builder.enter(1, Phase.WAIT, 10);
        assertThat(tasks(orders.of(builder.live(), byStart))).containsExactly(1, 0);
    }

    @Test
    void aProgramThatIsWatchedHasARowForEachTaskThatItMakes() {
        TraceRecorder recorder = new TraceRecorder(Trace.ofWatchedProgram(2));
        RowOrders orders = new RowOrders();
        RowChoice byHost = LIST.sortedBy(RowSort.HOST);
        RowOrders hosts = new RowOrders();
        recorder.begin();
        for (int task = 0; task < 3; task++) {
            recorder.addTask("http://%c.example/".formatted('c' - task), "");
            recorder.enter(task, Phase.READY);

            assertThat(orders.of(recorder.trace(), LIST).rows()).isEqualTo(task + 1);
            assertThat(orders.of(recorder.trace(), LIST).row(task)).isEqualTo(task);
            assertThat(hosts.of(recorder.trace(), byHost).task(0)).isEqualTo(task);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.example.org/x?y, www.example.org",
        "http://u:p@host:81#f, host:81",
        "https://[::1]:8080/, [::1]:8080",
        "poll:https://api.example.org/jobs, api.example.org",
        "lab:/delay/300, lab",
        "poll:lab:/jobs, lab",
        "cpu:1200ms -> https://a.example, a.example",
        "lock:slab: { https://a.example }, a.example",
        "https://a.example/lab:/x, a.example",
        "cpu:5ms, ''",
        "put:jobs, ''",
    })
    void hostIsThatOfTheFirstAddress(String label, String host) {
        assertThat(TaskHosts.host(label)).isEqualTo(host);
    }

    @Test
    void hostsAreListedTheMostFrequentFirst() {
        assertThat(TaskHosts.of(five().live()).byFrequency())
                .startsWith("b.example")
                .containsExactlyInAnyOrder("b.example", "lab", "", "a.example:8443");
    }

    @Test
    void aPhaseIsHiddenShownAndIsolated() {
        RowChoice hidden = LIST.toggle(Phase.WAIT);
        assertThat(hidden.hidden()).containsExactly(Phase.WAIT);
        assertThat(hidden.toggle(Phase.WAIT)).isEqualTo(LIST);
        RowChoice alone = hidden.isolate(Phase.WAIT);
        assertThat(alone.hidden()).hasSize(Phase.values().length - 1).doesNotContain(Phase.WAIT);
        assertThat(alone.isolate(Phase.WAIT).hidden()).isEmpty();
        assertThat(alone.conceals()).isTrue();
        assertThat(alone.togglePin(1).forAnotherList()).isEqualTo(LIST);
    }
}
