package dev.overlap.paint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountsTest {

    @Test
    void oneIsSingularAndAnythingElseIsNot() {
        assertThat(Counts.text(1, "task")).isEqualTo("1 task");
        assertThat(Counts.text(0, "task")).isEqualTo("0 tasks");
        assertThat(Counts.text(9_800, "task")).isEqualTo("9,800 tasks");
    }

    @Test
    void whatEndsInAHissGetsAnE() {
        assertThat(Counts.text(1, "process")).isEqualTo("1 process");
        assertThat(Counts.text(4, "process")).isEqualTo("4 processes");
    }
}
