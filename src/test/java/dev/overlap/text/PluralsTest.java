package dev.overlap.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PluralsTest {

    @Test
    void oneIsSingularAndAnythingElseIsNot() {
        assertThat(Plurals.text(1, "task")).isEqualTo("1 task");
        assertThat(Plurals.text(0, "task")).isEqualTo("0 tasks");
        assertThat(Plurals.text(9_800, "task")).isEqualTo("9,800 tasks");
    }

    @Test
    void whatEndsInAHissGetsAnE() {
        assertThat(Plurals.text(1, "process")).isEqualTo("1 process");
        assertThat(Plurals.text(4, "process")).isEqualTo("4 processes");
    }
}
