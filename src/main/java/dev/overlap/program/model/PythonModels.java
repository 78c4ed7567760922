package dev.overlap.program.model;

import dev.overlap.concurrency.PythonModel;
import dev.overlap.concurrency.PythonOffer;
import dev.overlap.program.python.Interpreter;
import dev.overlap.program.python.InterpreterSearch;
import dev.overlap.text.program.Advice;
import dev.overlap.text.program.ModelText;
import dev.overlap.text.program.WatchAdvice;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Which models can be run under CPython on this machine. Interpreters are looked for once, when
 * that is first asked.
 *
 * <p>Threads: any but the JavaFX thread, as interpreters are run. The answer is kept.
 */
public final class PythonModels {

    /** Of the programs with an event loop, for {@code asyncio.timeout} and task groups. */
    private static final int LOOP_MINOR = 11;

    /** Of the others, which shut pools down as 3.9 does. */
    private static final int OTHER_MINOR = 9;

    private final Search any;
    private final Search withoutLock;

    /**
     * @param folder whose virtual environment is preferred
     */
    public PythonModels(Path folder) {
        this(
                () -> search().find(folder.toAbsolutePath()),
                () -> search().findFreeThreaded(folder.toAbsolutePath()));
    }

    private static InterpreterSearch search() {
        return new InterpreterSearch(System.getenv());
    }

    /**
     * @param any finds the interpreter of all models but those without the lock
     * @param withoutLock finds the one of these
     */
    PythonModels(
            Supplier<InterpreterSearch.Found> any, Supplier<InterpreterSearch.Found> withoutLock) {
        this.any = new Search(any);
        this.withoutLock = new Search(withoutLock);
    }

    /** A search that is made once, when its result is first asked for. */
    private static final class Search {

        private final Supplier<InterpreterSearch.Found> search;
        private InterpreterSearch.@Nullable Found found; // guarded by this

        Search(Supplier<InterpreterSearch.Found> search) {
            this.search = search;
        }

        synchronized InterpreterSearch.Found found() {
            InterpreterSearch.Found known = found;
            if (known == null) {
                known = search.get();
                found = known;
            }
            return known;
        }
    }

    private InterpreterSearch.Found found(PythonModel model) {
        return (model.isWithoutLock() ? withoutLock : any).found();
    }

    /** Returns the models that can be run, with their libraries; empty without an interpreter. */
    public List<PythonModel> available() {
        return PythonModel.everyOne().stream()
                .filter(model -> obstacle(model, List.of(model.library())) == null)
                .toList();
    }

    /** Returns the models that can be run, and what helps with the others. */
    public PythonOffer offer() {
        Map<String, String> missing = new HashMap<>();
        for (PythonModel model : PythonModel.everyOne()) {
            Advice obstacle = obstacle(model, List.of(model.library()));
            if (obstacle != null) {
                missing.put(model.id(), ModelText.wayOut(obstacle));
            }
        }
        return new PythonOffer(available(), missing);
    }

    /** Returns the interpreter of a model; null if there is none. */
    @Nullable Interpreter interpreter(PythonModel model) {
        return found(model).interpreter();
    }

    /**
     * Returns why a program cannot be run, and what helps; null if it can.
     *
     * @param libraries that the program imports
     */
    @Nullable Advice obstacle(PythonModel model, List<String> libraries) {
        Interpreter interpreter = interpreter(model);
        if (interpreter == null) {
            return model.isWithoutLock()
                    ? ModelText.noFreeThreaded()
                    : WatchAdvice.noPython(found(model).unusable());
        }
        if (!interpreter.build().implementation().equals("cpython")) {
            return ModelText.notCPython(interpreter);
        }
        int minor = model.isLoop() ? LOOP_MINOR : OTHER_MINOR;
        if (!interpreter.build().version().isAtLeast(3, minor)) {
            return ModelText.tooOld(interpreter, 3, minor);
        }
        return libraries.stream()
                .filter(library -> !interpreter.libraries().containsKey(library))
                .findFirst()
                .map(library -> ModelText.libraryMissing(interpreter, library))
                .orElse(null);
    }
}
