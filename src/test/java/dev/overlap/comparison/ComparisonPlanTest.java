package dev.overlap.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.overlap.comparison.ComparisonPlan.ScheduledRun;
import dev.overlap.testkit.TraceBuilder;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;

class ComparisonPlanTest {

    private static Variant variant(String... sites) {
        return new Variant("Event loop", TraceBuilder.plan("event-loop", sites));
    }

    @Test
    void roundsAlternateInDirection() {
        ComparisonPlan comparisonPlan =
                new ComparisonPlan(Collections.nCopies(2, variant("lab:/a")), 3);
        assertThat(comparisonPlan.turns())
                .containsExactly(
                        new ScheduledRun(0, 0),
                        new ScheduledRun(1, 0),
                        new ScheduledRun(1, 1),
                        new ScheduledRun(0, 1),
                        new ScheduledRun(0, 2),
                        new ScheduledRun(1, 2));
    }

    @Test
    void tooManyTasksAreRejected() {
        List<Variant> variants = Collections.nCopies(4, variant("lab:/a x100000"));
        assertThat(new ComparisonPlan(variants, 2).turns()).hasSize(8);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ComparisonPlan(variants, 3))
                .withMessage(
                        "All runs together would make 1200000 tasks, and no more than 1000000 can"
                                + " be kept. Choose fewer models, fewer runs or a shorter list.");
    }

    @Test
    void emptyPlanIsRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ComparisonPlan(List.of(), 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ComparisonPlan(List.of(variant("lab:/a")), 0))
                .withMessage("Each model runs 1 to 99 times.");
    }
}
