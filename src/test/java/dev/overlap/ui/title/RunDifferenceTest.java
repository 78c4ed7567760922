package dev.overlap.ui.title;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.overlap.plan.Plan;
import dev.overlap.plan.SiteList;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.Statistics;

import org.junit.jupiter.api.Test;

class RunDifferenceTest {

    private final Plan pool = TraceBuilder.plan("thread-pool", "lab:/delay/1", "lab:/delay/2");
    private final Plan loop = TraceBuilder.plan("event-loop", "lab:/delay/1", "lab:/delay/2");

    @Test
    void commentsAndLinesThatAreOffMakeNoDifference() {
        Plan edited =
                TraceBuilder.plan(
                        "thread-pool", "# two", "lab:/delay/1", "", "lab:/delay/2", "off cpu:1s");

        assertThat(RunDifference.between(pool, edited)).isEqualTo(RunDifference.NONE);
    }

    @Test
    void otherTasksAndOtherQueuesAreAnotherList() {
        Plan queue = TraceBuilder.plan("threads", "put:a x2", "take:a x2");
        Plan larger = TraceBuilder.plan("threads", "put:a x2", "take:a x2", "queue a 2");

        assertThat(RunDifference.between(pool, TraceBuilder.plan("thread-pool", "lab:/delay/1")))
                .isEqualTo(new RunDifference(true, false, false));
        assertThat(RunDifference.between(queue, larger))
                .isEqualTo(new RunDifference(true, false, false));
    }

    @Test
    void workersAreASettingOfTheModelsThatHaveThem() {
        assertThat(RunDifference.between(pool, workers(pool, 4))).isEqualTo(RunDifference.NONE);
        assertThat(RunDifference.between(pool, workers(pool, 5)))
                .isEqualTo(new RunDifference(false, false, true));
        Plan threads = new Plan(pool.sites(), "threads", pool.settings());
        assertThat(RunDifference.between(threads, workers(threads, 5)))
                .isEqualTo(RunDifference.NONE);
        assertThat(RunDifference.between(pool, workers(loop, 5)))
                .isEqualTo(new RunDifference(false, true, false));
    }

    @Test
    void certificatesMatterOnlyToListsThatLeaveTheLab() {
        assertThat(RunDifference.between(pool, trusting(pool))).isEqualTo(RunDifference.NONE);
        Plan web = TraceBuilder.plan("thread-pool", "https://example.org");
        assertThat(RunDifference.between(web, trusting(web)).settings()).isTrue();
    }

    @Test
    void speedUpIsMeasuredAgainstASequentialRunOfTheSameWorkOnly() {
        SequentialBaseline baseline = new SequentialBaseline();
        assertThat(baseline.speedUp(pool, answered(100))).isNaN();
        baseline.add(pool, answered(400));
        assertThat(baseline.speedUp(pool, answered(100))).isNaN();

        baseline.add(sequential(), answered(300));
        assertThat(baseline.speedUp(pool, answered(100))).isCloseTo(3, within(0.01));
        assertThat(baseline.speedUp(workers(loop, 7), answered(150))).isCloseTo(2, within(0.01));
        assertThat(baseline.speedUp(sequential(), answered(100))).isNaN();
        assertThat(baseline.speedUp(pool, failed())).isNaN();
        Plan repeated = new Plan(pool.sites(), pool.model(), pool.settings().withRepeat(2));
        assertThat(baseline.speedUp(repeated, answered(100))).isNaN();
        Plan other = new Plan(SiteList.parse("lab:/delay/1"), pool.model(), pool.settings());
        assertThat(baseline.speedUp(other, answered(100))).isNaN();
    }

    @Test
    void sequentialRunInWhichATaskFailsIsNoBaseline() {
        SequentialBaseline baseline = new SequentialBaseline();
        baseline.add(sequential(), failed());

        assertThat(baseline.speedUp(pool, answered(100))).isNaN();
    }

    private Plan sequential() {
        return new Plan(pool.sites(), "sequential", pool.settings());
    }

    private static Plan workers(Plan plan, int workers) {
        return new Plan(plan.sites(), plan.model(), plan.settings().withWorkers(workers));
    }

    private static Plan trusting(Plan plan) {
        var connections = plan.settings().connections().withTrustSystem(true);
        return new Plan(plan.sites(), plan.model(), plan.settings().withConnections(connections));
    }

    private static Statistics answered(double millis) {
        return numbers(TraceBuilder.of("a").answered(0, 200, millis).finished());
    }

    private static Statistics failed() {
        return numbers(TraceBuilder.of("a").failed(0, FailureKind.RESET, 100).finished());
    }

    private static Statistics numbers(Trace trace) {
        return Statistics.of(trace, trace.wallNanos());
    }
}
