package dev.overlap.ui.run;

import dev.overlap.comparison.Guesses;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.concurrency.Run;
import dev.overlap.plan.Plan;
import dev.overlap.text.RunText;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Starts and stops the window's run and tracks its state. At most one runs at a time; starting
 * another meanwhile does nothing.
 *
 * <p>Threads: every method on the JavaFX thread; none blocks: the run is started and cancelled in
 * the background, and its results come back through the inbox.
 */
public final class RunController {

    /** The state of the run. */
    public enum State {
        /** No run is active; the last one, if any, has finished. */
        IDLE,
        /** Requested, but there is no trace yet. */
        STARTING,
        RUNNING,
        /** Stop requested; tasks are being cancelled. */
        STOPPING
    }

    /**
     * A run, and the data for its report.
     *
     * @param begun the wall-clock time of its start
     * @param guesses at the time it was requested
     * @param median set if it is a part of a comparison
     * @param origin set if it did not run in this window, or under no model of ours
     */
    public record Started(
            Run run,
            Instant begun,
            Guesses guesses,
            @Nullable MedianRun median,
            @Nullable RunOrigin origin) {

        /** A run of its own, of this window. */
        public Started(Run run, Instant begun, Guesses guesses) {
            this(run, begun, guesses, null, null);
        }

        /** The display name of the model or, of what other programs recorded, of the program. */
        public String modelName() {
            return origin == null
                    ? ConcurrencyModel.of(run.plan().model()).name()
                    : origin.modelName();
        }

        /** Whether it ran in this window. */
        public boolean isOwn() {
            return origin == null || origin.words().isEmpty();
        }

        /** Whether there is no model of ours that could run it again. */
        public boolean isForeign() {
            return !ConcurrencyModel.isKnown(run.plan().model());
        }
    }

    /**
     * Where a run comes from that the window did not run under a model of ours.
     *
     * @param words where it was opened from, and when it was made; empty if it ran in this window
     * @param modelName the display name of the model
     * @param measuredSpeedUp over a sequential run of the same list, NaN if there is none
     */
    public record RunOrigin(String words, String modelName, double measuredSpeedUp) {

        /** Of a program of the user that ran in this window, and under no model of ours. */
        public static RunOrigin ofProgram(String name) {
            return new RunOrigin("", name, Double.NaN);
        }
    }

    /**
     * What is known of a run that is a part of a comparison.
     *
     * @param runs the number of runs of which it is the median
     * @param sequentialNanos how long sequential execution took in the same comparison, or -1 if it
     *     is not known
     */
    public record MedianRun(int runs, long sequentialNanos) {}

    private final RunStarter runStarter;
    private final Executor background;
    private final Executor inbox;
    private final Consumer<String> errors;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final ReadOnlyObjectWrapper<@Nullable Started> latest = new ReadOnlyObjectWrapper<>();

    /**
     * @param background runs tasks that may block
     * @param inbox runs on the JavaFX thread
     * @param errors receives a message on the JavaFX thread if a run fails or cannot start
     */
    public RunController(
            RunStarter runStarter, Executor background, Executor inbox, Consumer<String> errors) {
        this.runStarter = runStarter;
        this.background = background;
        this.inbox = inbox;
        this.errors = errors;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public State state() {
        return state.get();
    }

    /** The active run, or else the last one; null before the first. */
    public ReadOnlyObjectProperty<@Nullable Started> latestProperty() {
        return latest.getReadOnlyProperty();
    }

    /** Shows a run of a comparison, or none if null; ignored while a run is active. */
    public void show(@Nullable Started run) {
        if (state.get() == State.IDLE) {
            latest.set(run);
        }
    }

    /**
     * Starts a run, unless one is active.
     *
     * @param guesses the user's guesses
     */
    public void start(Plan plan, Guesses guesses) {
        start(
                () -> {
                    Run run = runStarter.start(plan);
                    return new Started(run, Instant.now(), guesses);
                });
    }

    /**
     * Starts whatever runs, unless a run is active.
     *
     * @param starting is called in the background, and throws what {@link RunStarter} does
     */
    public void start(Supplier<Started> starting) {
        if (state.get() != State.IDLE) {
            return;
        }
        state.set(State.STARTING);
        try {
            background.execute(() -> startInBackground(starting));
        } catch (RuntimeException | Error e) { // for example, no thread could be created
            failedToStart(e);
        }
    }

    private void startInBackground(Supplier<Started> starting) {
        try {
            Started run = starting.get();
            inbox.execute(() -> started(run));
            run.run().done().whenComplete((_, fault) -> inbox.execute(() -> ended(fault)));
        } catch (RuntimeException | Error e) { // expected or not, nothing runs
            inbox.execute(() -> failedToStart(e));
        }
    }

    private void failedToStart(Throwable reason) {
        state.set(State.IDLE);
        String sentence = reason.getMessage();
        errors.accept(sentence == null ? RunText.NOT_STARTED.formatted(reason) : sentence);
    }

    private void started(Started run) {
        boolean stopWanted = state.get() == State.STOPPING;
        latest.set(run);
        if (stopWanted) {
            cancel(run.run());
        } else {
            state.set(State.RUNNING);
        }
    }

    private void ended(@Nullable Throwable fault) {
        state.set(State.IDLE);
        if (fault != null) {
            errors.accept(RunText.BROKE_OFF.formatted(fault));
        }
    }

    /** Cancels the active run, even while it is starting. */
    public void stop() {
        State before = state.get();
        if (before != State.STARTING && before != State.RUNNING) {
            return;
        }
        state.set(State.STOPPING);
        Started run = latest.get();
        if (before == State.RUNNING && run != null) {
            cancel(run.run());
        }
    }

    private void cancel(Run run) {
        try {
            background.execute(run::cancel);
        } catch (RuntimeException | Error e) {
            run.cancel(); // better a short freeze than a run that cannot be stopped
        }
    }
}
