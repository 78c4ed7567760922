package dev.overlap.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.trace.Trace;

import org.junit.jupiter.api.Test;

import java.util.List;

class DisplayNamesTest {

    @Test
    void tasksWithTheSameLabelAreNumberedAndOthersAreNot() {
        Trace trace =
                new Trace(List.of("cpu:250ms", "https://a.example", "cpu:250ms", "cpu:250ms"));

        assertThat(trace.tasks())
                .extracting(DisplayNames::of)
                .containsExactly("cpu:250ms #1", "a.example", "cpu:250ms #2", "cpu:250ms #3");
        assertThat(trace.tasks())
                .extracting(DisplayNames::whole)
                .containsExactly(
                        "cpu:250ms #1", "https://a.example", "cpu:250ms #2", "cpu:250ms #3");
        assertThat(trace.tasks()).extracting(task -> task.label()).doesNotContain("cpu:250ms #1");
    }
}
