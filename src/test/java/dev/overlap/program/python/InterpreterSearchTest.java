package dev.overlap.program.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.program.python.Interpreter.Owner;
import dev.overlap.program.python.ProbeResult.Answered;
import dev.overlap.program.python.ProbeResult.Obstacle;
import dev.overlap.program.python.ProbeResult.Unusable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class InterpreterSearchTest {

    @TempDir Path folder;

    private final List<List<String>> asked = new ArrayList<>();

    @Test
    void theVirtualEnvironmentBesideTheScriptComesFirst() throws IOException {
        Path python = executable("python", ".venv", "bin");

        assertThat(search(Map.of()).candidates(folder))
                .containsExactly(
                        List.of(python.toString()),
                        List.of("python3"),
                        List.of("python"),
                        List.of("py", "-3"));
    }

    @Test
    void theVirtualEnvironmentOfWindowsIsFoundToo() throws IOException {
        Path python = executable("python.exe", ".venv", "Scripts");

        assertThat(search(Map.of()).candidates(folder).getFirst())
                .containsExactly(python.toString());
    }

    @Test
    void theVariableNamesOneBeforeThosePath() {
        assertThat(search(Map.of("OVERLAP_PYTHON", " /opt/py/bin/python ")).candidates(folder))
                .first()
                .isEqualTo(List.of("/opt/py/bin/python"));
        assertThat(search(Map.of("OVERLAP_PYTHON", " ")).candidates(folder))
                .first()
                .isEqualTo(List.of("python3"));
    }

    @Test
    void theFirstThatCanBeWatchedIsTakenAndNoFurtherIsAsked() {
        var found = search(Map.of("OVERLAP_PYTHON", "old"), 6, 12).find(folder);

        assertThat(found.interpreter()).isEqualTo(interpreter(List.of("python3"), 12));
        assertThat(asked).containsExactly(List.of("old"), List.of("python3"));
    }

    @Test
    void anOldOneIsBetterThanNone() {
        var found = search(Map.of(), 6, 7).find(folder);

        assertThat(found.interpreter()).isEqualTo(interpreter(List.of("python3"), 6));
        assertThat(found.unusable())
                .containsExactly(
                        new Unusable(List.of("py", "-3"), Obstacle.NOT_STARTED, "no such file"));
    }

    @Test
    void whereThereIsNoneAllAreTold() {
        var found = search(Map.of()).find(folder);

        assertThat(found.interpreter()).isNull();
        assertThat(found.unusable())
                .extracting(Unusable::command)
                .containsExactly(List.of("python3"), List.of("python"), List.of("py", "-3"));
    }

    @Test
    void oneWithoutTheLockIsThatOfTheScriptOrNamedAsSuch() {
        Map<String, Boolean> locks = Map.of("python3", true, "python3.13t", false);
        assertThat(searchOf(locks).findFreeThreaded(folder).interpreter())
                .isEqualTo(interpreter(List.of("python3.13t"), 14, false));
        assertThat(searchOf(Map.of("python3", false)).findFreeThreaded(folder).interpreter())
                .isEqualTo(interpreter(List.of("python3"), 14, false));
        Map<String, Boolean> locked = Map.of("python3", true, "python3.14t", true);
        assertThat(searchOf(locked).findFreeThreaded(folder).interpreter())
                .as("its lock was switched on")
                .isNull();
        assertThat(searchOf(locks).find(folder).interpreter())
                .isEqualTo(interpreter(List.of("python3"), 14, true));
    }

    /** Searches among interpreters of 3.14, by their names, that have the lock or not. */
    private InterpreterSearch searchOf(Map<String, Boolean> locks) {
        return new InterpreterSearch(
                Map.of(),
                command -> {
                    Boolean gil = locks.get(command.getFirst());
                    return gil == null
                            ? new Unusable(command, Obstacle.NOT_STARTED, "no such file")
                            : new Answered(interpreter(command, 14, gil));
                });
    }

    private Path executable(String name, String... inside) throws IOException {
        Path parent = folder;
        for (String each : inside) {
            parent = parent.resolve(each);
        }
        Path file = Files.createFile(Files.createDirectories(parent).resolve(name));
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    /** Searches among interpreters that answer in turn that they are 3.N; further ones fail. */
    private InterpreterSearch search(Map<String, String> environment, int... minors) {
        return new InterpreterSearch(
                environment,
                command -> {
                    asked.add(command);
                    return asked.size() > minors.length
                            ? new Unusable(command, Obstacle.NOT_STARTED, "no such file")
                            : new Answered(interpreter(command, minors[asked.size() - 1]));
                });
    }

    private static Interpreter interpreter(List<String> command, int minor) {
        return interpreter(command, minor, true);
    }

    private static Interpreter interpreter(List<String> command, int minor, boolean gil) {
        return new Interpreter(
                command,
                new Interpreter.Build(new PythonVersion(3, minor, 0), "cpython", !gil, gil),
                new Interpreter.Installation("", "linux", Owner.USER, CertificateFiles.NONE),
                Map.of());
    }
}
