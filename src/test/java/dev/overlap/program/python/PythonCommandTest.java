package dev.overlap.program.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.program.python.PythonCommand.Form;
import dev.overlap.program.python.PythonCommand.Source;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Set;

class PythonCommandTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "python3 a.py -I, python3, SCRIPT, a.py, none",
                "/usr/bin/python3.13t a.py, /usr/bin/python3.13t, SCRIPT, a.py, none",
                "C:\\Python\\PYTHON.EXE -u a.py, C:\\Python\\PYTHON.EXE, SCRIPT, a.py, none",
                "py -3.11 -E a.py, py -3.11, SCRIPT, a.py, -E",
                "py a.py, py, SCRIPT, a.py, none",
                "pypy3 a.py, pypy3, SCRIPT, a.py, none",
                "python3 -I a.py, python3, SCRIPT, a.py, -I",
                "python3 -uS -X dev a.py, python3, SCRIPT, a.py, -S",
                "python3 -Xdev -W error -E a.py, python3, SCRIPT, a.py, -E",
                "python3 -WI a.py, python3, SCRIPT, a.py, none",
                "python3 -m http.server 8000, python3, MODULE, http.server, none",
                "python3 -Im pip install, python3, MODULE, pip, -I",
                "python3 -mpip, python3, MODULE, pip, none",
                "python3 -c print() -I, python3, CODE, print(), none",
                "python3 --check-hash-based-pycs=always a.py, python3, SCRIPT, a.py, none"
            })
    void aCommandIsTakenApart(
            String line, String interpreter, Form form, String program, String isolation) {
        PythonCommand command = PythonCommand.parse(List.of(line.split(" ")));

        assertThat(String.join(" ", command.interpreter())).isEqualTo(interpreter);
        assertThat(command.program()).isEqualTo(new Source(form, program));
        assertThat(command.isolation()).isEqualTo(isolation);
    }

    @Test
    void whatFollowsTheProgramIsForIt() {
        PythonCommand command =
                PythonCommand.parse(List.of("python3", "-u", "a.py", "-I", "b c", "--"));

        assertThat(command.arguments()).containsExactly("-I", "b c", "--");
        assertThat(command.switches()).isEqualTo(Set.of("u"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"python3", "python3 -", "python3 -X", "python3 -i"})
    void aCommandWithoutAProgramIsPythonAllTheSame(String line) {
        assertThat(PythonCommand.parse(List.of(line.split(" ")))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"node a.js", "./article.py", "pytest", "pythonista a.py", "uv run a.py"})
    void otherProgramsAreNotPython(String line) {
        assertThat(PythonCommand.parse(List.of(line.split(" ")))).isNull();
    }

    @Test
    void aScriptIsKnownByItsName() {
        assertThat(PythonCommand.isScript(List.of("dir/article.py", "x"))).isTrue();
        assertThat(PythonCommand.isScript(List.of("ARTICLE.PYW"))).isTrue();
        assertThat(PythonCommand.isScript(List.of("python3", "article.py"))).isFalse();
        assertThat(PythonCommand.isScript(List.of())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "python3 -I a.py -I, python3 a.py -I",
        "python3 -IuES a.py, python3 -u a.py",
        "python3 -W I -E -X S a.py, python3 -W I -X S a.py",
        "python3 -SWI -E a.py, python3 -WI a.py",
        "python3 -Em mod -I, python3 -m mod -I",
        "python3 -ESc code -I, python3 -c code -I",
        "py -3 -I a.py, py -3 a.py",
        "node -I, node -I"
    })
    void optionsThatKeepTheTracerOutAreTakenOut(String line, String without) {
        assertThat(PythonCommand.withoutIsolation(List.of(line.split(" "))))
                .containsExactly(without.split(" "));
    }
}
