package dev.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StartTest {

    @Test
    void wordsGoToTheCommandLineWithAndWithoutADisplay() {
        assertThat(Start.choose(1, true)).isEqualTo(Start.COMMAND);
        assertThat(Start.choose(1, false)).isEqualTo(Start.COMMAND);
    }

    @Test
    void noWordsOpenTheWindow() {
        assertThat(Start.choose(0, true)).isEqualTo(Start.WINDOW);
    }

    @Test
    void noWordsAndNoDisplayRunTheDemo() {
        assertThat(Start.choose(0, false)).isEqualTo(Start.DEMO);
    }
}
