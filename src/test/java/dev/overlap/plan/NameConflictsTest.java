package dev.overlap.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class NameConflictsTest {

    private static final String A_LOCK =
            "a is a lock above, in \"lock:a { lab:/x }\". A name has one kind, so give this counter"
                    + " another.";

    @Test
    void aNameHasOneKindInAList() {
        assertThat(problems("lock:a { lab:/x }", "add:b", "lab:/x -> add:a"))
                .containsExactly(null, null, A_LOCK);
        assertThat(problems("put:a", "queue a 3", "permit:a/2 { lab:/x }"))
                .containsExactly(
                        null,
                        null,
                        "a is a queue above, in \"put:a\". A name has one kind, so give this permit"
                                + " another.");
    }

    @Test
    void aPermitHasOneNumberOfPlacesInAList() {
        assertThat(
                        problems(
                                "permit:db/3 { lab:/x }",
                                "permit:db/3 { lab:/y }",
                                "permit:db/2 { lab:/x }"))
                .containsExactly(
                        null,
                        null,
                        "db has 3 places above, in \"permit:db/3 { lab:/x }\". A permit has one"
                                + " number of places, so write permit:db/3 here too.");
    }

    @Test
    void aQueueIsDeclaredOnceAndWhereverThatIs() {
        assertThat(problems("put:q", "queue q 3", "take:q", "queue q 3"))
                .containsExactly(
                        null,
                        null,
                        null,
                        "q has a size above, in \"queue q 3\". Declare a queue once.");
        assertThat(problems("lock:q { lab:/x }", "queue q 3"))
                .containsExactly(
                        null,
                        "q is a lock above, in \"lock:q { lab:/x }\". A name has one kind, so give"
                                + " this queue another.");
        assertThat(problems("queue q 3", "lock:q { lab:/x }").getLast())
                .startsWith("q is a queue above, in \"queue q 3\".");
    }

    @Test
    void theLaterLineIsRightAgainWhenTheEarlierOneChanges() {
        SiteList list = list("lock:a { lab:/x }", "add:a", "lab:/x");
        assertThat(list.problems()).isEqualTo(1);

        SiteList renamed = list.with(0, SiteLine.parse("lock:b { lab:/x }"));
        assertThat(renamed.problems()).isZero();
        assertThat(renamed.lines().get(1)).isEqualTo(SiteLine.parse("add:a"));
        assertThat(renamed.with(0, SiteLine.parse("lock:a { lab:/x }"))).isEqualTo(list);
        assertThat(list.without(0).problems()).isZero();
        assertThat(list.plus(0, List.of(SiteLine.parse("queue b 2"))).problems()).isEqualTo(1);
    }

    /** The problem is the later line's, whichever that is now. */
    @Test
    void whatIsMovedToTheEndContradictsWhatWasBelowIt() {
        SiteList moved = list("lock:a { lab:/x }", "add:a").gathered(Set.of(0), 2);

        assertThat(moved.lines().getFirst().problem()).isNull();
        assertThat(moved.lines().getLast().problem())
                .isEqualTo(
                        "a is a counter above, in \"add:a\". A name has one kind, so give this lock"
                                + " another.");
    }

    @Test
    void aLineThatIsOffDeclaresNothingSoThatTwoVersionsCanTakeTurns() {
        SiteList first = list("permit:db/2 { lab:/x }", "off permit:db/4 { lab:/x }");
        assertThat(first.problems()).isZero();
        SiteList both = first.with(1, first.lines().get(1).switched(true));
        assertThat(both.lines().get(1).problem()).startsWith("db has 2 places above");
        SiteList second = both.with(0, both.lines().get(0).switched(false));
        assertThat(second.problems()).isZero();
        assertThat(second.resources()).containsExactly(new Resource("db", Resource.Type.PERMIT, 4));
    }

    @Test
    void aLineThatContradictsAnotherCanBeSwitchedOff() {
        SiteList list = list("lock:a { lab:/x }", "add:a");
        SiteLine off = list.lines().getLast().switched(false);

        assertThat(off.text()).isEqualTo("off add:a");
        assertThat(list.with(1, off).problems()).isZero();
    }

    /** What is left out of the run leaves its names to others. */
    @Test
    void aLineWithAProblemDeclaresNothing() {
        assertThat(
                        problems(
                                "lock:a { lab:/x }",
                                "add:a -> put:b",
                                "add:b",
                                "lock:c { lock:c { lab:/x } }",
                                "add:c"))
                .satisfiesExactly(
                        none -> assertThat(none).isNull(),
                        both -> assertThat(both).startsWith("a is a lock above"),
                        none -> assertThat(none).isNull(),
                        itself -> assertThat(itself).startsWith("c is held already"),
                        none -> assertThat(none).isNull());
    }

    @Test
    void neitherTasksNorRequestsComeFromALineWithAProblem() {
        Plan plan =
                new Plan(
                        list("lock:a { lab:/x }", "add:a -> https://a.example x500"),
                        "threads",
                        Settings.DEFAULT);

        assertThat(plan.tasks()).hasSize(1);
        assertThat(BulkRequests.of(plan)).isEmpty();
    }

    @Test
    void passwordsOfTheEarlierLineAreNotQuoted() {
        assertThat(problems("lock:a { https://me:pw@h.test }", "add:a").getLast())
                .contains("lock:a { https://h.test }")
                .doesNotContain("pw");
    }

    @Test
    void resourcesAreInTheOrderInWhichTasksNameThem() {
        SiteList list =
                list(
                        "queue orders 4",
                        "off lock:unused { lab:/x }",
                        "lab:/x -> lock:account { add:balance -> put:orders } x3",
                        "permit:db/2 { put:single }",
                        "take:orders -> lock:account { lab:/x }",
                        "queue nobody 7");

        assertThat(new Plan(list, "threads", Settings.DEFAULT).resources())
                .containsExactly(
                        new Resource("account", Resource.Type.LOCK, 1),
                        new Resource("balance", Resource.Type.COUNTER, 1),
                        new Resource("orders", Resource.Type.QUEUE, 4),
                        new Resource("db", Resource.Type.PERMIT, 2),
                        new Resource("single", Resource.Type.QUEUE, 1));
    }

    @Test
    void countsTasksAndQueues() {
        SiteList list = list("queue q 3", "put:q x4", "off put:q x9", "add:q", "lab:/x x5");

        assertThat(list.tasks()).isEqualTo(9);
        assertThat(list.queues()).containsOnlyKeys("q");
    }

    @Test
    void linesThatStayAsTheyAreAreTheSameObjects() {
        SiteList list = list("lock:a { lab:/x }", "add:a", "queue q 3", "queue q 4", "lab:/x");
        SiteList edited = list.with(4, SiteLine.parse("lab:/y"));

        for (int row = 0; row < 4; row++) {
            assertThat(edited.lines().get(row)).isSameAs(list.lines().get(row));
        }
    }

    private static SiteList list(String... lines) {
        return SiteList.parse(String.join("\n", lines));
    }

    private static List<String> problems(String... lines) {
        return list(lines).lines().stream().map(SiteLine::problem).toList();
    }
}
