package dev.overlap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.Run;
import dev.overlap.lab.Lab;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.Statistics;
import dev.overlap.trace.metrics.UncontendedTimes;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Tests the uncontended times of real runs. */
class RunMetricsTest {

    private static final long MILLI = 1_000_000;

    private static Lab lab;
    private static Engine engine;

    @BeforeAll
    static void open() throws Exception {
        lab = Lab.start();
        engine = new Engine(lab.uri());
    }

    @AfterAll
    static void close() throws Exception {
        engine.close();
        lab.close();
    }

    private static Trace run(String model, Settings settings, String sites) throws Exception {
        Run run = engine.start(new Plan(SiteList.parse(sites), model, settings));
        run.done().toCompletableFuture().get(120, TimeUnit.SECONDS);
        return run.trace();
    }

    private static long work(Trace trace) {
        return trace.tasks().stream().mapToLong(it -> it.workNanos(trace.wallNanos())).sum();
    }

    static Stream<String> models() {
        return ConcurrencyModel.all().stream().filter(it -> !it.hangs()).map(ConcurrencyModel::id);
    }

    @ParameterizedTest
    @MethodSource("models")
    void anExchangeWithTheLabCountsAsDeclaredUnderEveryModel(String model) throws Exception {
        Trace trace = run(model, Settings.DEFAULT, "lab:/delay/60 x2\nlab:/bytes/900?ms=40");

        assertThat(trace.tasks())
                .extracting(task -> task.exchanges().getFirst().declaredMillis())
                .containsExactly(60.0, 60.0, 40.0);
        UncontendedTimes alone = UncontendedTimes.of(trace, trace.wallNanos());
        assertThat(alone.sumNanos()).isBetween(160 * MILLI, work(trace));
        assertThat(alone.longestNanos()).isBetween(60 * MILLI, trace.wallNanos());
        assertThat(alone.longestTask()).isLessThan(2);
    }

    /** The replies arrive after 100 ms, but the loop processes them after more than a second. */
    @Test
    void aHeldLoopMakesNoWork() throws Exception {
        Trace trace = run("event-loop", Settings.DEFAULT, "lab:/delay/100 x4\ncpu:600ms x2");

        long cpu = trace.tasks().stream().mapToLong(it -> Math.max(0, it.cpuNanos())).sum();
        Statistics numbers = Statistics.of(trace, trace.wallNanos());
        assertThat(cpu).isPositive();
        assertThat(numbers.workNanos()).isBetween(400 * MILLI + cpu, work(trace) / 2);
        assertThat(numbers.derivedSpeedUp())
                .isCloseTo((double) numbers.workNanos() / trace.wallNanos(), within(1e-9));
        assertThat(numbers.longestNanos()).isLessThanOrEqualTo(cpu);
    }

    @Test
    void aRunThatTimedOutEverywhereShowsNoGain() throws Exception {
        Settings hurried = Settings.DEFAULT.withTimeout(Duration.ofMillis(150));
        Trace trace = run("threads", hurried, "lab:/hang x4");

        assertThat(trace.tasks()).noneMatch(RunMetricsTest::succeeded);
        Statistics numbers = Statistics.of(trace, trace.wallNanos());
        assertThat(numbers.derivedSpeedUp()).isNaN();
        assertThat(numbers.workNanos()).isEqualTo(UncontendedTimes.UNKNOWN);
        assertThat(numbers.longestNanos()).isEqualTo(UncontendedTimes.UNKNOWN);
    }

    private static boolean succeeded(TaskTrack task) {
        return task.outcome() != null && task.outcome().isSuccess();
    }
}
