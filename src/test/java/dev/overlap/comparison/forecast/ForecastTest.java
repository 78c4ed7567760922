package dev.overlap.comparison.forecast;

import static dev.overlap.testkit.ComparisonBuilder.atOnce;
import static dev.overlap.testkit.ComparisonBuilder.oneByOne;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.comparison.Measurement;
import dev.overlap.comparison.Variant;
import dev.overlap.comparison.VariantResult;
import dev.overlap.comparison.forecast.Forecast.Basis;
import dev.overlap.plan.Plan;
import dev.overlap.testkit.TraceBuilder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

class ForecastTest {

    private static final long MILLI = 1_000_000;
    private static final int PROCESSORS = 2;

    private final EarlierRuns measured = new EarlierRuns();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    sequential      | lab:/delay/300; lab:/delay/200 x2                  | 700
                    threads         | lab:/delay/300; lab:/delay/200 x2                  | 300
                    event-loop      | lab:/delay/300; lab:/delay/200 x2                  | 300
                    blocked-loop    | lab:/delay/300; lab:/delay/200 x2                  | 700
                    loop-one-by-one | lab:/bytes/10?ms=40; lab:/status/404?delay=60      | 100
                    thread-pool     | lab:/delay/100 x9                                  | 300
                    threads         | cpu:100ms x4                                       | 200
                    event-loop      | cpu:100ms x4                                       | 400
                    threads         | lab:/delay/100 -> sleep:50ms -> cpu:10ms           | 160
                    threads         | lock:a { lab:/delay/50 } x6                        | 300
                    threads         | permit:a/2 { lab:/delay/50 } x6                    | 150
                    threads         | add:n/10 gap 5ms                                   | 50
                    threads         | poll:lab:/jobs?takes=80; lab:/; lab:/redirect/3    | 80
                    threads         | lab:/hang -> lab:/hang -> lab:/hang -> lab:/hang   | 10000
                    loop-waits-for-itself | lab:/delay/1                                 | 10000
                    """)
    void declaredTimesMakeTheWall(String model, String sites, long millis) {
        Plan plan = TraceBuilder.plan(model, sites.split("; *"));
        assertThat(plan.settings().timeout().toMillis()).isEqualTo(10_000);
        assertThat(DeclaredWall.nanosOf(plan, PROCESSORS)).hasValue(millis * MILLI);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example",
        "lab:/delai/300",
        "lab:/delay/x",
        "lab:/jobs?takes=1&a=2",
        "lab:/delay/"
    })
    void unknownTimesAreNotInvented(String site) {
        Plan plan = TraceBuilder.plan("threads", "lab:/delay/300", site);
        assertThat(DeclaredWall.nanosOf(plan, PROCESSORS)).isEmpty();
        Forecast forecast =
                Forecast.of(new ComparisonPlan(List.of(new Variant("a", plan)), 3), measured);
        assertThat(forecast.basis()).isEqualTo(Basis.UNKNOWN);
        assertThat(forecast.totalNanos()).isEqualTo(-1);
        assertThat(forecast.after(Comparison.planned(forecast.plan()), 9).leftNanos())
                .isEqualTo(-1);
    }

    @Test
    void connectionsLimitTheWall() {
        Plan plan = TraceBuilder.plan("threads", "lab:/delay/100 x8");
        var two = plan.settings().withConnections(plan.settings().connections().withPerHost(2));
        Plan limited = new Plan(plan.sites(), plan.model(), two);
        assertThat(DeclaredWall.nanosOf(limited, PROCESSORS)).hasValue(400 * MILLI);
    }

    @Test
    void earlierRunsCountMoreThanDeclaredTimes() {
        ComparisonPlan plan = plan(3, "sequential", "threads");
        assertThat(Forecast.of(plan, measured).totalNanos()).isEqualTo(3 * (300 + 100) * MILLI);
        assertThat(Forecast.of(plan, measured).basis()).isEqualTo(Basis.DECLARED);
        Stream.of(500, 310, 900)
                .forEach(wall -> measured.add(plan.variants().getFirst().plan(), wall * MILLI));
        assertThat(Forecast.of(plan, measured).totalNanos()).isEqualTo(3 * (500 + 100) * MILLI);
        assertThat(Forecast.of(plan, measured).basis()).isEqualTo(Basis.DECLARED);
        measured.add(plan.variants().getLast().plan(), 130 * MILLI);
        assertThat(Forecast.of(plan, measured).basis()).isEqualTo(Basis.MEASURED);
    }

    @Test
    void onlyTheStartOfProcessesIsNotDeclared() {
        ComparisonPlan plan = plan(1, "process-pool");
        assertThat(Forecast.of(plan, measured).startsProcesses()).isTrue();
        measured.add(plan.variants().getFirst().plan(), 130 * MILLI);
        assertThat(Forecast.of(plan, measured).startsProcesses()).isFalse();
        assertThat(Forecast.of(plan(1, "threads"), measured).startsProcesses()).isFalse();
    }

    @Test
    void timeLeftFollowsWhatIsMeasuredAndThePausesBetweenRuns() {
        Forecast forecast = Forecast.of(plan(2, "sequential", "threads"), measured);
        VariantResult once =
                new VariantResult(
                        forecast.plan().variants().getFirst(),
                        List.of(new Measurement(oneByOne(3, 200), -1)),
                        null);
        VariantResult never =
                new VariantResult(forecast.plan().variants().getLast(), List.of(), null);
        Comparison soFar = new Comparison(forecast.plan(), List.of(once, never), false);

        ForecastProgress progress = forecast.after(soFar, 650 * MILLI);
        assertThat(progress.done()).isOne();
        assertThat(progress.total()).isEqualTo(4);
        // one run of 600 ms, two of 100 ms, and three pauses of 50 ms
        assertThat(progress.leftNanos()).isEqualTo((600 + 2 * 100 + 3 * 50) * MILLI);
        assertThat(progress.share()).isEqualTo(650.0 / (650 + 950));
    }

    @Test
    void whatIsUnknownBecomesKnownWithTheFirstRuns() {
        Plan plan = TraceBuilder.plan("threads", "https://a.example");
        Forecast forecast =
                Forecast.of(new ComparisonPlan(List.of(new Variant("a", plan)), 4), measured);
        Measurement run = new Measurement(atOnce(2, 400), -1);
        VariantResult once =
                new VariantResult(forecast.plan().variants().getFirst(), List.of(run), null);
        Comparison soFar = new Comparison(forecast.plan(), List.of(once), false);

        assertThat(forecast.after(Comparison.planned(forecast.plan()), 100).share()).isZero();
        assertThat(forecast.after(soFar, 400 * MILLI).leftNanos()).isEqualTo(3 * 400 * MILLI);
        assertThat(forecast.after(soFar, 400 * MILLI).share()).isEqualTo(0.25);
    }

    private static ComparisonPlan plan(int runs, String... models) {
        return new ComparisonPlan(
                Arrays.stream(models)
                        .map(it -> new Variant(it, TraceBuilder.plan(it, "lab:/delay/100 x3")))
                        .toList(),
                runs);
    }
}
