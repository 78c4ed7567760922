package dev.overlap.training;

import dev.overlap.engine.InProcessWorker;
import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.runtime.LabAndEngine;

import javafx.application.Application;

import java.io.IOException;

/**
 * Does once what is to start quickly later: opens the window and works in it, and executes tasks as
 * a worker process does.
 *
 * <p>Threads: the caller waits; once per process, since JavaFX starts only once.
 */
public final class Training {

    /** Every sort of step that a worker process may execute. */
    private static final String TASKS =
            """
            lab:/delay/5
            lab:/delay/5 -> cpu:1ms -> sleep:1ms
            poll:lab:/jobs?takes=5
            lock:a -> lab:/delay/1
            """;

    private Training() {}

    /**
     * Works.
     *
     * @throws IllegalStateException if the window did not do what it had to
     */
    public static void run() throws IOException {
        Application.launch(TrainingApp.class);
        executeAsWorker();
        WindowSystemClasses.load();
    }

    private static void executeAsWorker() throws IOException {
        try (LabAndEngine engine = LabAndEngine.open(() -> 0)) {
            Plan plan = new Plan(SiteList.parse(TASKS), "process-pool", Settings.DEFAULT);
            InProcessWorker.execute(plan, engine.labUri());
        }
    }
}
