package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Whom a run may flood. Nothing is sent: the engine session is a fake. */
class BulkRequestConfirmationTest {

    private static final String[] FLOOD = {
        "run", "--model", "sequential", "--json", "--site", "example.org x101"
    };

    @TempDir private Path folder;
    private TestCommandLine testCommandLine;

    @BeforeEach
    void openShell() {
        testCommandLine = TestCommandLine.in(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "Y\n", " yes \nno"})
    void aPersonWhoAgreesIsBelieved(String answer) {
        testCommandLine =
                testCommandLine.withTerminal().withInput(answer.getBytes(StandardCharsets.UTF_8));
        assertThat(testCommandLine.type(FLOOD)).isZero();
        assertThat(testCommandLine.err())
                .isEqualTo(
                        "This run would send 101 requests to example.org. Is that fine with its"
                                + " owner? [y/N] ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "no\n", "yesno", "\ny"})
    void anyOtherAnswerIsANo(String answer) {
        testCommandLine =
                testCommandLine.withTerminal().withInput(answer.getBytes(StandardCharsets.UTF_8));
        assertThat(testCommandLine.type(FLOOD)).isEqualTo(2);
        assertThat(testCommandLine.err()).endsWith("overlap: Nothing was run.\n");
        assertThat(testCommandLine.engineSession.plans).isEmpty();
    }

    @Test
    void yesAsksNobody() {
        assertThat(
                        testCommandLine.type(
                                "run --model sequential --site example.org --repeat 101 --yes"
                                        .split(" ")))
                .isZero();
        assertThat(testCommandLine.err()).isEmpty();
    }

    @Test
    void aHundredRequestsAndTheLabNeedNoQuestion() {
        assertThat(
                        testCommandLine.type(
                                "run", "--model", "sequential", "--site", "example.org x100"))
                .isZero();
        assertThat(testCommandLine.type("run", "--model", "sequential", "--site", "lab:/a x500"))
                .isZero();
    }
}
