package dev.overlap.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class CloseSequenceTest {

    private final List<String> ended = new ArrayList<>();

    private Runnable step(String name, RuntimeException fault) {
        return () -> {
            ended.add(name);
            if (fault != null) {
                throw fault;
            }
        };
    }

    @Test
    void everyStepIsTakenAndTheFirstFaultComesOut() {
        RuntimeException first = new IllegalStateException("first");
        RuntimeException second = new IllegalStateException("second");
        List<Runnable> steps =
                List.of(step("a", null), step("b", first), step("c", second), step("d", null));

        assertThatThrownBy(() -> CloseSequence.end(steps.iterator())).isSameAs(first);

        assertThat(ended).containsExactly("a", "b", "c", "d");
        assertThat(first.getSuppressed()).containsExactly(second);
    }

    @Test
    void nothingIsThrownWhereNothingWas() {
        CloseSequence.end(List.of(step("a", null), step("b", null)).iterator());
        CloseSequence.end(List.<Runnable>of().iterator());

        assertThat(ended).containsExactly("a", "b");
    }
}
