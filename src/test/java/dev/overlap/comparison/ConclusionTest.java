package dev.overlap.comparison;

import static dev.overlap.testkit.ComparisonBuilder.entry;
import static dev.overlap.testkit.ComparisonBuilder.failing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.ComparisonBuilder;

import org.junit.jupiter.api.Test;

import java.util.List;

class ConclusionTest {

    private static List<String> models(List<VariantResult> entries) {
        return entries.stream()
                .map(variantResult -> variantResult.variant().plan().model())
                .toList();
    }

    private static List<List<String>> groups(Conclusion conclusion) {
        return conclusion.groups().stream().map(group -> models(group.members())).toList();
    }

    @Test
    void variantsThatDoNotDifferClearlyFormAGroupWithTheFastestFirst() {
        Conclusion conclusion =
                Conclusion.of(
                        ComparisonBuilder.of(
                                entry("sequential", 1000, 1010, 990),
                                entry("threads", 405, 400, 410),
                                entry("event-loop", 401, 399, 402),
                                entry("blocked-loop", 1005, 1000, 1020)));
        assertThat(groups(conclusion))
                .containsExactly(
                        List.of("event-loop", "threads"), List.of("sequential", "blocked-loop"));
        assertThat(models(conclusion.likeOneByOne())).containsExactly("blocked-loop");
        assertThat(models(conclusion.fasterThanOneByOne()))
                .containsExactly("event-loop", "threads");
        assertThat(conclusion.slowerThanOneByOne()).isEmpty();
        assertThat(conclusion.groups().getFirst().isCloseThroughout()).isTrue();
    }

    @Test
    void closenessIsNotTransitive() {
        Conclusion conclusion =
                Conclusion.of(
                        ComparisonBuilder.of(
                                entry("threads", 90, 100, 125),
                                entry("thread-pool", 107, 108, 109),
                                entry("event-loop", 120, 120, 124)));
        assertThat(groups(conclusion))
                .containsExactly(List.of("threads", "thread-pool", "event-loop"));
        assertThat(conclusion.groups().getFirst().isCloseThroughout()).isFalse();
    }

    @Test
    void variantWithMoreFailuresIsNotRanked() {
        Conclusion conclusion =
                Conclusion.of(
                        ComparisonBuilder.of(
                                entry("sequential", 1000),
                                failing("thread-pool", 2, 10),
                                entry("event-loop", 400)));
        assertThat(groups(conclusion))
                .containsExactly(List.of("event-loop"), List.of("sequential"));
        assertThat(models(conclusion.failing())).containsExactly("thread-pool");
        assertThat(conclusion.undone()).isZero();
    }

    @Test
    void failedSequentialRunIsNoReference() {
        Conclusion conclusion =
                Conclusion.of(
                        ComparisonBuilder.of(
                                failing("sequential", 1, 1000), entry("event-loop", 400)));
        assertThat(conclusion.oneByOne()).isNull();
        assertThat(conclusion.fasterThanOneByOne()).isEmpty();
    }

    @Test
    void allAreRankedIfTheSameNumberFailed() {
        Conclusion conclusion =
                Conclusion.of(
                        ComparisonBuilder.of(
                                failing("sequential", 1, 1000), failing("threads", 1, 400)));
        assertThat(groups(conclusion)).containsExactly(List.of("threads"), List.of("sequential"));
        assertThat(conclusion.undone()).isOne();
    }

    @Test
    void unmeasuredVariantIsListedButNotRanked() {
        Conclusion conclusion =
                Conclusion.of(ComparisonBuilder.of(entry("sequential", 1000), entry("threads")));
        assertThat(models(conclusion.unmeasured())).containsExactly("threads");
        assertThat(models(conclusion.ranked())).containsExactly("sequential");
    }
}
