package dev.overlap.program.model;

import dev.overlap.concurrency.PythonModel;
import dev.overlap.program.python.Interpreter;
import dev.overlap.program.python.InterpreterProbe;
import dev.overlap.program.python.InterpreterSearch;
import dev.overlap.program.python.ProbeResult;

import org.junit.jupiter.api.Assumptions;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The interpreter of the tests: {@code python3}, or the first of {@code OVERLAP_PYTHONS} (separated
 * as paths are) that has the libraries.
 */
public final class TestedPython {

    private static final List<String> WANTED = List.of("requests", "aiohttp");

    private static final InterpreterSearch.Found FOUND = search();

    private static final InterpreterSearch.Found FOUND_FREE =
            new InterpreterSearch(System.getenv()).findFreeThreaded(Path.of("").toAbsolutePath());

    private static final PythonModels MODELS =
            new PythonModels(TestedPython::find, () -> FOUND_FREE);

    private TestedPython() {}

    static InterpreterSearch.Found find() {
        return FOUND;
    }

    /** Returns what can be run under the interpreter of the tests. */
    public static PythonModels models() {
        return MODELS;
    }

    /** Aborts a test if a model cannot be run here. */
    public static void assume(PythonModel model) {
        Assumptions.assumeTrue(
                MODELS.available().contains(model),
                "no interpreter is fit for " + model.id() + ": " + FOUND.interpreter());
    }

    private static InterpreterSearch.Found search() {
        String further = Objects.requireNonNullElse(System.getenv("OVERLAP_PYTHONS"), "");
        List<Interpreter> all =
                Stream.concat(
                                Stream.of("python3"),
                                Arrays.stream(further.split(System.getProperty("path.separator"))))
                        .filter(command -> !command.isEmpty())
                        .map(command -> new InterpreterProbe().ask(List.of(command)))
                        .filter(ProbeResult.Answered.class::isInstance)
                        .map(answer -> ((ProbeResult.Answered) answer).interpreter())
                        .toList();
        Interpreter best =
                all.stream()
                        .filter(python -> python.libraries().keySet().containsAll(WANTED))
                        .findFirst()
                        .orElse(all.isEmpty() ? null : all.getFirst());
        return new InterpreterSearch.Found(best, List.of());
    }
}
