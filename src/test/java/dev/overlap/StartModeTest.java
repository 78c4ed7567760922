package dev.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StartModeTest {

    @Test
    void wordsGoToTheCommandLineWithAndWithoutADisplay() {
        assertThat(StartMode.choose(1, true)).isEqualTo(StartMode.COMMAND);
        assertThat(StartMode.choose(1, false)).isEqualTo(StartMode.COMMAND);
    }

    @Test
    void noWordsOpenTheWindow() {
        assertThat(StartMode.choose(0, true)).isEqualTo(StartMode.WINDOW);
    }

    @Test
    void noWordsAndNoDisplayRunTheDemo() {
        assertThat(StartMode.choose(0, false)).isEqualTo(StartMode.DEMO);
    }
}
