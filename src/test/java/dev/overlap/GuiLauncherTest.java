package dev.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GuiLauncherTest {

    @Test
    void aDisplayThatDoesNotAnswerIsNamed() {
        var failure = new UnsupportedOperationException("Unable to open DISPLAY");

        assertThat(GuiLauncher.sentence(failure, ":77"))
                .isEqualTo("The window could not be opened: the display :77 does not answer.");
    }

    @Test
    void anyOtherFailureIsToldByItsCause() {
        var failure = new RuntimeException("wrapped", new IllegalStateException("no fonts"));

        assertThat(GuiLauncher.sentence(failure, ":0"))
                .startsWith("The window could not be opened:")
                .contains("no fonts")
                .doesNotContain("wrapped");
    }
}
