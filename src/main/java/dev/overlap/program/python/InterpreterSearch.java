package dev.overlap.program.python;

import dev.overlap.program.python.ProbeResult.Answered;
import dev.overlap.program.python.ProbeResult.Unusable;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Looks for the interpreter of a script: that of the virtual environment beside it ({@code .venv}),
 * the one that {@code OVERLAP_PYTHON} names, {@code python3}, {@code python}, {@code py -3}. The
 * first that can be watched is taken, else the first that answers at all.
 *
 * <p>Threads: any but the JavaFX thread, since interpreters are run.
 */
public final class InterpreterSearch {

    /** The variable that names an interpreter. */
    public static final String VARIABLE = "OVERLAP_PYTHON";

    /** As installers name builds without the lock, the newest first. */
    private static final List<List<String>> FREE_THREADED =
            List.of(
                    List.of("python3.14t"),
                    List.of("python3.13t"),
                    List.of("py", "-3.14t"),
                    List.of("py", "-3.13t"));

    private final Map<String, String> environment;
    private final Function<List<String>, ProbeResult> probe;

    /**
     * What a search found.
     *
     * @param interpreter null if there is none
     * @param unusable the commands that were tried before it, and why they are not used
     */
    public record Found(@Nullable Interpreter interpreter, List<Unusable> unusable) {
        public Found {
            unusable = List.copyOf(unusable);
        }
    }

    /**
     * Creates a search.
     *
     * @param environment in which {@value #VARIABLE} is looked up
     */
    public InterpreterSearch(Map<String, String> environment) {
        this(environment, new InterpreterProbe()::ask);
    }

    InterpreterSearch(Map<String, String> environment, Function<List<String>, ProbeResult> probe) {
        this.environment = Map.copyOf(environment);
        this.probe = probe;
    }

    /**
     * Looks for the interpreter of a script.
     *
     * @param folder in which the script is
     */
    public Found find(Path folder) {
        Interpreter old = null;
        List<Unusable> unusable = new ArrayList<>();
        for (List<String> candidate : candidates(folder)) {
            switch (probe.apply(candidate)) {
                case Unusable none -> unusable.add(none);
                case Answered(Interpreter interpreter) -> {
                    if (interpreter.canBeWatched()) {
                        return new Found(interpreter, unusable);
                    }
                    old = old == null ? interpreter : old;
                }
            }
        }
        return new Found(old, unusable);
    }

    /**
     * Looks for an interpreter that runs without the global interpreter lock: that of a script, if
     * it does, or else the first that is named as such builds are.
     */
    public Found findFreeThreaded(Path folder) {
        Found first = find(folder);
        if (isFreeThreaded(first.interpreter())) {
            return first;
        }
        return FREE_THREADED.stream()
                .map(probe)
                .filter(Answered.class::isInstance)
                .map(answer -> ((Answered) answer).interpreter())
                .filter(InterpreterSearch::isFreeThreaded)
                .findFirst()
                .map(interpreter -> new Found(interpreter, List.of()))
                .orElse(new Found(null, first.unusable()));
    }

    private static boolean isFreeThreaded(@Nullable Interpreter interpreter) {
        return interpreter != null && !interpreter.build().gil() && interpreter.canBeWatched();
    }

    /** Returns the commands that are tried, in order. */
    List<List<String>> candidates(Path folder) {
        List<List<String>> candidates = new ArrayList<>();
        Path environmentOfProject = folder.resolve(".venv");
        for (Path inside : List.of(Path.of("bin", "python"), Path.of("Scripts", "python.exe"))) {
            Path python = environmentOfProject.resolve(inside);
            if (Files.isExecutable(python)) {
                candidates.add(List.of(python.toString()));
            }
        }
        String named = environment.getOrDefault(VARIABLE, "");
        if (!named.isBlank()) {
            candidates.add(List.of(named.strip()));
        }
        candidates.add(List.of("python3"));
        candidates.add(List.of("python"));
        candidates.add(List.of("py", "-3"));
        return candidates;
    }
}
