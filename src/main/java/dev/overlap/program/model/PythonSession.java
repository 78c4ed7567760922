package dev.overlap.program.model;

import dev.overlap.concurrency.LiveRuns;
import dev.overlap.concurrency.PythonModel;
import dev.overlap.concurrency.Run;
import dev.overlap.engine.task.Closer;
import dev.overlap.plan.Plan;
import dev.overlap.program.python.Interpreter;
import dev.overlap.runtime.EngineSession;
import dev.overlap.snippet.Program;
import dev.overlap.text.program.Advice;
import dev.overlap.text.program.ModelText;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A session that runs the models of Python, too: plans under such a model by CPython, all others by
 * the engine that it is put around.
 *
 * <p>Threads: any but the JavaFX thread, since the first start under Python looks for interpreters.
 */
public final class PythonSession implements EngineSession {

    private static final Logger LOG = LoggerFactory.getLogger(PythonSession.class);

    private static final Duration MAX_END = Duration.ofSeconds(7);

    private final EngineSession engine;
    private final URI lab;
    private final PythonModels models;
    private final Optional<Path> kept;
    private final LiveRuns live = new LiveRuns();

    /**
     * Creates a session.
     *
     * @param engine runs all other models; closed with this
     * @param lab the address of the lab that the engine uses
     * @param kept the folder in which Overlap keeps what lasts; empty if there is none
     */
    public PythonSession(EngineSession engine, URI lab, PythonModels models, Optional<Path> kept) {
        this.engine = engine;
        this.lab = lab;
        this.models = models;
        this.kept = kept;
    }

    @Override
    public Run start(Plan plan) {
        Optional<PythonModel> model = PythonModel.find(plan.model());
        return model.isPresent() ? start(model.get(), plan) : engine.start(plan);
    }

    @Override
    public Optional<String> missing(Plan plan) {
        return PythonModel.find(plan.model())
                .flatMap(model -> missing(model, Program.ofAll(plan, lab)));
    }

    private Optional<String> missing(PythonModel model, Program program) {
        Advice obstacle = models.obstacle(model, program.libraries());
        return obstacle == null
                ? Optional.empty()
                : Optional.of(ModelText.unavailable(model.id(), obstacle));
    }

    private Run start(PythonModel model, Plan plan) {
        PlanCheck.requireRunnable(model, plan);
        Program program = Program.ofAll(plan, lab);
        if (program.lacksUsers()) {
            throw new IllegalArgumentException(ModelText.USERS);
        }
        missing(model, program)
                .ifPresent(
                        sentence -> {
                            throw new IllegalArgumentException(sentence);
                        });
        Interpreter interpreter = Objects.requireNonNull(models.interpreter(model));
        PythonRun run = new PythonRun(plan, program, interpreter, lab, kept);
        live.add(run);
        run.start();
        return run;
    }

    /** Cancels all runs, waits for their ends, and closes the engine. */
    @Override
    public void close() {
        new Closer()
                .forEach(live.close(), Run::cancel)
                .run(() -> live.await(MAX_END))
                .run(engine::close)
                .log(LOG, "not all programs have ended in time");
    }
}
