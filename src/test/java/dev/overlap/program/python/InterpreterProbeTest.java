package dev.overlap.program.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.program.python.Interpreter.Owner;
import dev.overlap.program.python.ProbeResult.Answered;
import dev.overlap.program.python.ProbeResult.Obstacle;
import dev.overlap.program.python.ProbeResult.Unusable;
import dev.overlap.testkit.Eventually;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;

class InterpreterProbeTest {

    private static final Duration GENEROUS = Duration.ofMinutes(1);

    @Test
    void theInterpreterSaysWhatItIs() {
        Interpreter interpreter = InstalledPython.require();

        assertThat(interpreter.build().version()).isGreaterThan(new PythonVersion(3, 7, 0));
        assertThat(interpreter.build().implementation()).isNotEmpty();
        assertThat(interpreter.installation().executable()).isNotEmpty();
        assertThat(interpreter.installation().platform()).isNotEmpty();
        assertThat(interpreter.canBeWatched()).isTrue();
        String said =
                InstalledPython.run(
                                interpreter,
                                "import sys; print('%d.%d.%d' % sys.version_info[:3],"
                                        + " sys.platform)",
                                Map.of())
                        .output();
        assertThat(said.strip())
                .isEqualTo(
                        interpreter.build().version()
                                + " "
                                + interpreter.installation().platform());
    }

    @Test
    void whatElseIsPrintedDoesNotMatter() {
        Interpreter interpreter =
                ((Answered) ask(ProbeTarget.command("chatty"), GENEROUS)).interpreter();

        assertThat(interpreter.build())
                .isEqualTo(
                        new Interpreter.Build(new PythonVersion(3, 13, 1), "cpython", true, false));
        assertThat(interpreter.installation())
                .isEqualTo(
                        new Interpreter.Installation(
                                "", "win32", Owner.OTHER, CertificateFiles.NONE));
        assertThat(interpreter.libraries()).isEmpty();
    }

    @Test
    void aProgramThatDoesNotExistIsNotStarted() {
        assertThat(ask(List.of("python-that-is-not-here"), GENEROUS))
                .isInstanceOfSatisfying(
                        Unusable.class,
                        none -> {
                            assertThat(none.obstacle()).isEqualTo(Obstacle.NOT_STARTED);
                            assertThat(none.detail()).contains("python-that-is-not-here");
                        });
    }

    @Test
    void aProgramThatIsNotPythonIsToldByItsLastLine() {
        List<String> command = ProbeTarget.command("other");

        assertThat(ask(command, GENEROUS))
                .isEqualTo(new Unusable(command, Obstacle.NOT_PYTHON, "bye"));
    }

    @Test
    void halfAnAnswerIsNone() {
        assertThat(ask(ProbeTarget.command("broken"), GENEROUS))
                .extracting(result -> ((Unusable) result).obstacle())
                .isEqualTo(Obstacle.NOT_PYTHON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sleep", "flood"})
    void aProgramThatDoesNotEndIsEnded(String behaviour) {
        assertThat(ask(ProbeTarget.command(behaviour), Duration.ofMillis(300)))
                .extracting(result -> ((Unusable) result).obstacle())
                .isEqualTo(Obstacle.TOO_SLOW);

        Eventually.holds(
                "no process is left",
                () -> ProcessHandle.current().children().noneMatch(InterpreterProbeTest::isTarget));
    }

    private static boolean isTarget(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(ProbeTarget.class.getName());
    }

    private static ProbeResult ask(List<String> command, Duration limit) {
        return new InterpreterProbe(limit).ask(command);
    }
}
