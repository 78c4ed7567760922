package dev.overlap.text.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.comparison.Variant;
import dev.overlap.comparison.VariantResult;
import dev.overlap.comparison.forecast.EarlierRuns;
import dev.overlap.comparison.forecast.Forecast;
import dev.overlap.comparison.forecast.ForecastProgress;
import dev.overlap.plan.Plan;
import dev.overlap.testkit.ComparisonBuilder;
import dev.overlap.testkit.TraceBuilder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class ForecastTextTest {

    private static final long SECOND = 1_000_000_000;

    private final EarlierRuns measured = new EarlierRuns();

    @Test
    void forecastSaysWhatItIsBasedOn() {
        assertThat(before("threads", "lab:/delay/2500", 3))
                .isEqualTo("About 8 s, by the declared times: 1 model \u00d7 3 runs");
        assertThat(before("process-pool", "lab:/delay/2500", 1))
                .isEqualTo(
                        "About 3 s, plus the start of processes, by the declared times: 1 model"
                                + " \u00d7 1 run");
        assertThat(before("threads", "https://a.example", 3))
                .isEqualTo(
                        "How long it takes is unknown until the first runs: 1 model \u00d7 3 runs");
        measured.add(TraceBuilder.plan("threads", "https://a.example"), 25 * SECOND);
        assertThat(before("threads", "https://a.example", 3))
                .isEqualTo("About 75 s, as measured before: 1 model \u00d7 3 runs");
    }

    @Test
    void sweepCountsItsNumbers() {
        assertThat(sweep("thread-pool")).endsWith(": 2 numbers of workers \u00d7 3 runs");
        assertThat(sweep("event-loop")).endsWith(": 2 limits \u00d7 3 runs");
    }

    private String sweep(String model) {
        Plan plan = TraceBuilder.plan(model, "lab:/delay/100 x4");
        ComparisonPlan sweep = new ComparisonPlan(Variant.ofWorkers(plan, List.of(1, 4)), 3);
        return ForecastText.before(Forecast.of(sweep, measured));
    }

    private String before(String model, String site, int runs) {
        Variant variant = new Variant(model, TraceBuilder.plan(model, site));
        return ForecastText.before(
                Forecast.of(new ComparisonPlan(List.of(variant), runs), measured));
    }

    @Test
    void runInProgressIsNamedWithTheTimeLeft() {
        Plan plan = TraceBuilder.plan("thread-pool", "lab:/delay/100 x4");
        List<Variant> variants = Variant.ofWorkers(plan, List.of(1, 4));
        Comparison live =
                new Comparison(
                        new ComparisonPlan(variants, 3),
                        List.of(
                                new VariantResult(variants.getFirst(), List.of(), null),
                                new VariantResult(
                                        variants.getLast(),
                                        List.of(),
                                        ComparisonBuilder.atOnce(4, 10))),
                        false);
        assertThat(ForecastText.during(live, new ForecastProgress(1, 6, SECOND, 41 * SECOND)))
                .isEqualTo("Run 2 of 6: 4 workers \u00b7 about 40 s left");
        assertThat(ForecastText.during(live, new ForecastProgress(0, 6, SECOND, -1)))
                .isEqualTo("Run 1 of 6: 4 workers \u00b7 time left unknown until the first runs");
    }

    @ParameterizedTest
    @CsvSource({"0.1, 1 s", "1.6, 2 s", "9.4, 9 s", "12.4, 10 s", "73, 75 s", "200, 3 min 20 s"})
    void forecastsAreRounded(double seconds, String text) {
        assertThat(ForecastText.rounded((long) (seconds * SECOND))).isEqualTo(text);
    }
}
