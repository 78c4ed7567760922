package dev.overlap.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.comparison.Comparison;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.SortOrder;
import dev.overlap.comparison.VariantResult;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.report.ComparisonReport;
import dev.overlap.report.ReportHeader;
import dev.overlap.report.RunReport;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.session.SideBySide.NamedSession;
import dev.overlap.testkit.ComparisonBuilder;
import dev.overlap.testkit.TraceBuilder;
import dev.overlap.text.comparison.ConclusionText;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class SideBySideTest {

    private static NamedSession run(String name, Plan plan, Trace trace) {
        return new NamedSession(
                name, Session.of(new RecordedRun(plan, name, Instant.EPOCH, trace)));
    }

    private static Comparison joined(NamedSession... sessions) {
        return SideBySide.of(List.of(sessions)).comparison();
    }

    private static Plan plan(String model, String... sites) {
        return TraceBuilder.plan(model, sites);
    }

    @Test
    void runsOfOneListUnderOneModelAreComparedByTheSameRule() {
        Plan plan = plan("threads", "lab:/delay/100 x2");
        Comparison comparison =
                joined(
                        run("monday", plan, ComparisonBuilder.atOnce(2, 100)),
                        run("tuesday", plan, ComparisonBuilder.atOnce(2, 200)));
        assertThat(comparison.isOfOneWork()).isTrue();
        assertThat(comparison.isSideBySide()).isTrue();
        assertThat(ConclusionText.of(comparison)).contains("\"monday\"").contains("2.0 times");
    }

    @Test
    void differentListsHaveTimesAndNoSpeedUp() {
        Comparison comparison =
                joined(
                        run(
                                "sequential",
                                plan("sequential", "lab:/delay/100 x3"),
                                ComparisonBuilder.oneByOne(3, 100)),
                        run(
                                "other",
                                plan("threads", "lab:/delay/50"),
                                ComparisonBuilder.atOnce(1, 50)));
        VariantResult other = comparison.entries().getLast();
        assertThat(comparison.isOfOneWork()).isFalse();
        assertThat(comparison.speedUp(other)).isNaN();
        assertThat(comparison.basis()).isNull();
        assertThat(ConclusionText.of(comparison))
                .contains("\"other\"")
                .contains("differ in what they did, in their settings or their machine")
                .doesNotContain("as sequential");
    }

    @Test
    void ofProgramsWithoutAListItIsNotKnownWhetherTheyDidTheSame() {
        Plan none = new Plan(SiteList.EMPTY, "", Settings.DEFAULT);
        Comparison comparison =
                joined(
                        run("article.py", none, ComparisonBuilder.oneByOne(3, 100)),
                        run("cured.py", none, ComparisonBuilder.atOnce(3, 100)));
        assertThat(comparison.isOfOneWork()).isFalse();
        assertThat(header(comparison))
                .matches("1 run each · \\d+ [A-Z][a-z]+ \\d{4}, \\d\\d:\\d\\d");
    }

    private static String header(Comparison comparison) {
        return ReportHeader.settings(
                new ComparisonReport(
                        comparison,
                        SortOrder.WALL,
                        Guesses.NONE,
                        Instant.EPOCH,
                        RunReport.Look.DEFAULT));
    }

    @Test
    void runThatDidNotEndHasNoTime() {
        Plan plan = plan("threads", "lab:/delay/100");
        Comparison comparison =
                joined(
                        run("whole", plan, ComparisonBuilder.atOnce(1, 100)),
                        run("cut", plan, TraceBuilder.of("a").live()));
        assertThat(comparison.done()).isEqualTo(1);
        assertThat(comparison.entries().getLast().medianNanos()).isEqualTo(-1);
    }
}
