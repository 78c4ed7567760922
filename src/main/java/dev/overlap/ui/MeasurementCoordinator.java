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
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs and comparisons of the window, one at a time: two would disturb each other. And good
 * manners: many requests to somebody else's server are not sent unasked.
 *
 * <p>Threads: JavaFX thread only.
 */
final class MeasurementCoordinator {

    /** What measuring needs from the window. What is not set does nothing. */
    static final class Callbacks {

        private Supplier<@Nullable Plan> toRun = () -> null;
        private Consumer<Plan> start = _ -> {};
        private Consumer<String> say = _ -> {};

        /** What there is to run, typed to its end; null, and a sentence, where there is nothing. */
        Callbacks toRun(Supplier<@Nullable Plan> toRun) {
            this.toRun = toRun;
            return this;
        }

        /** Begins a run. */
        Callbacks start(Consumer<Plan> start) {
            this.start = start;
            return this;
        }

        /** Gets sentences. */
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

    /** Asked before many requests are sent. */
    BulkRequestDialog question() {
        return question;
    }

    /** Runs what the window holds, if nothing is measured. */
    void run() {
        Plan plan = callbacks.toRun.get();
        if (plan != null) {
            begin(BulkRequests.of(plan), () -> callbacks.start.accept(plan));
        }
    }

    /**
     * Begins a measurement, if nothing else is measured.
     *
     * @param crowds to whom many requests will go
     */
    void begin(List<BulkRequests> crowds, Runnable measurement) {
        if (comparisons.isRunning()) {
            callbacks.say.accept(WindowText.COMPARISON_IN_PROGRESS);
        } else if (isIdle() && !question.isShowing()) {
            if (crowds.isEmpty()) {
                measurement.run();
            } else {
                question.ask(crowds, measurement);
            }
        }
    }

    /** What there is to compare now; null, and a sentence, where there is nothing. */
    @Nullable Plan toCompare() {
        if (runs.state() != State.IDLE) {
            callbacks.say.accept(WindowText.RUN_IN_PROGRESS);
            return null;
        }
        return callbacks.toRun.get();
    }

    /** Whether nothing is being measured that another run would disturb. */
    boolean isIdle() {
        return runs.state() == State.IDLE && !comparisons.isRunning();
    }

    /** How far the measurement is, whatever it measures. */
    State state() {
        return comparisons.isRunning() ? State.RUNNING : runs.state();
    }

    /** Cancels what goes on, if anything. */
    void stop() {
        new Closer().run(runs::stop).run(comparisons::stop).rethrow();
    }
}
