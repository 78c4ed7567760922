package dev.overlap.ui;

import dev.overlap.engine.task.Closer;
import dev.overlap.plan.BulkRequests;
import dev.overlap.plan.Plan;
import dev.overlap.text.WindowText;
import dev.overlap.ui.comparison.ComparisonLauncher;
import dev.overlap.ui.run.RunController;
import dev.overlap.ui.run.RunController.State;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Coordinates the runs and comparisons of the window. Only one is active at a time, because two
 * would disturb each other, and many requests to another server need the user's confirmation.
 *
 * <p>Threads: JavaFX thread only.
 */
final class MeasurementCoordinator {

    /** The callbacks into the window; unset ones do nothing. */
    static final class Callbacks {

        private Supplier<@Nullable Plan> toRun = () -> null;
        private Consumer<Plan> start = _ -> {};
        private BooleanSupplier allowed = () -> true;
        private Consumer<String> say = _ -> {};

        /**
         * Supplies the plan to run after committing edits; null, after showing why, if there is
         * none.
         */
        Callbacks toRun(Supplier<@Nullable Plan> toRun) {
            this.toRun = toRun;
            return this;
        }

        /** Starts a run. */
        Callbacks start(Consumer<Plan> start) {
            this.start = start;
            return this;
        }

        /** Asks whether a measurement may begin; says why if not. */
        Callbacks allowed(BooleanSupplier allowed) {
            this.allowed = allowed;
            return this;
        }

        /** Receives status messages. */
        Callbacks say(Consumer<String> say) {
            this.say = say;
            return this;
        }
    }

    private final RunController runs;
    private final ComparisonLauncher comparisons;
    private final Callbacks callbacks;
    private final BulkRequestDialog question = new BulkRequestDialog();

    MeasurementCoordinator(
            RunController runs, ComparisonLauncher comparisons, Callbacks callbacks) {
        this.runs = runs;
        this.comparisons = comparisons;
        this.callbacks = callbacks;
    }

    /** The dialog shown before many requests are sent. */
    BulkRequestDialog question() {
        return question;
    }

    /** Runs the window's plan, if no measurement is active. */
    void run() {
        Plan plan = callbacks.toRun.get();
        if (plan != null) {
            run(plan);
        }
    }

    /** Runs a plan that was run before, if no measurement is active. */
    void run(Plan plan) {
        begin(BulkRequests.of(plan), () -> callbacks.start.accept(plan));
    }

    /**
     * Begins a measurement, if no other is active and the open lesson, if any, lets it.
     *
     * @param bulk the hosts that will receive many requests
     */
    void begin(List<BulkRequests> bulk, Runnable measurement) {
        if (comparisons.isRunning()) {
            callbacks.say.accept(WindowText.COMPARISON_IN_PROGRESS);
        } else if (isIdle() && !question.isShowing() && callbacks.allowed.getAsBoolean()) {
            if (bulk.isEmpty()) {
                measurement.run();
            } else {
                question.ask(bulk, measurement);
            }
        }
    }

    /** Returns the plan to compare; null, after showing why, if there is none. */
    @Nullable Plan toCompare() {
        if (runs.state() != State.IDLE) {
            callbacks.say.accept(WindowText.RUN_IN_PROGRESS);
            return null;
        }
        return callbacks.toRun.get();
    }

    /** Whether no run or comparison is active. */
    boolean isIdle() {
        return runs.state() == State.IDLE && !comparisons.isRunning();
    }

    /** The state of the active measurement, run or comparison. */
    State state() {
        return comparisons.isRunning() ? State.RUNNING : runs.state();
    }

    /** Cancels the active run and comparison, if any. */
    void stop() {
        new Closer().run(runs::stop).run(comparisons::stop).rethrow();
    }
}
