package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** When many requests to one host need a confirmation. Nothing is sent: the engine is a fake. */
class BulkRequestConfirmationTest {

    private static final String[] BULK = {
        "run", "--model", "sequential", "--json", "--site", "example.org x101"
    };

    @TempDir private Path folder;
    private TestCommandLine commandLine;

    @BeforeEach
    void makeCommandLine() {
        commandLine = TestCommandLine.in(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "Y\n", " yes \nno"})
    void yesAtTheTerminalConfirms(String answer) {
        commandLine = commandLine.withTerminal().withInput(answer.getBytes(StandardCharsets.UTF_8));
        assertThat(commandLine.type(BULK)).isZero();
        assertThat(commandLine.err())
                .isEqualTo(
                        "This run would send 101 requests to example.org. Does its owner agree?"
                                + " [y/N] ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "no\n", "yesno", "\ny"})
    void anyOtherAnswerRefuses(String answer) {
        commandLine = commandLine.withTerminal().withInput(answer.getBytes(StandardCharsets.UTF_8));
        assertThat(commandLine.type(BULK)).isEqualTo(2);
        assertThat(commandLine.err()).endsWith("overlap: Nothing was run.\n");
        assertThat(commandLine.engine.plans).isEmpty();
    }

    @Test
    void theOptionYesAsksNothing() {
        assertThat(
                        commandLine.type(
                                "run --model sequential --site example.org --repeat 101 --yes"
                                        .split(" ")))
                .isZero();
        assertThat(commandLine.err()).isEmpty();
    }

    @Test
    void aHundredRequestsAndTheLabNeedNoQuestion() {
        assertThat(commandLine.type("run", "--model", "sequential", "--site", "example.org x100"))
                .isZero();
        assertThat(commandLine.type("run", "--model", "sequential", "--site", "lab:/a x500"))
                .isZero();
    }
}
