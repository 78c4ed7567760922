package dev.overlap.ui.run;

import dev.overlap.comparison.Guesses;
import dev.overlap.concurrency.Run;
import dev.overlap.plan.Plan;
import dev.overlap.text.RunText;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The one run of the window: starts it, stops it, knows how far it is. There is at most one at a
 * time; a second start while one goes on does nothing.
 *
 * <p>Threads: every method on the JavaFX thread, and none waits there: the runner and the run are
 * only called in the background, and what they say comes back through the inbox.
 */
public final class RunController {

    /** How far the run is. */
    public enum State {
        /** Nothing runs; the last run, if any, is finished. */
        IDLE,
        /** Asked for, but there is no trace yet. */
        STARTING,
        RUNNING,
        /** Asked to stop; tasks are being cancelled. */
        STOPPING
    }

    /**
     * A run, and what goes with its picture.
     *
     * @param begun by the clock on the wall
     * @param guesses that stood when it was asked for
     */
    public record Started(Run run, Instant begun, Guesses guesses) {}

    private final RunStarter runStarter;
    private final Executor background;
    private final Executor inbox;
    private final Consumer<String> complaints;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final ReadOnlyObjectWrapper<@Nullable Started> latest = new ReadOnlyObjectWrapper<>();

    /**
     * @param background runs what may wait
     * @param inbox runs on the JavaFX thread
     * @param complaints gets a sentence, on the JavaFX thread, when a run could not start or broke
     */
    public RunController(
            RunStarter runStarter,
            Executor background,
            Executor inbox,
            Consumer<String> complaints) {
        this.runStarter = runStarter;
        this.background = background;
        this.inbox = inbox;
        this.complaints = complaints;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public State state() {
        return state.get();
    }

    /** The run that goes on, or else the last one; null before the first. */
    public ReadOnlyObjectProperty<@Nullable Started> latestProperty() {
        return latest.getReadOnlyProperty();
    }

    /** Shows a run that was made elsewhere, or with null none, unless one goes on here. */
    public void show(@Nullable Started run) {
        if (state.get() == State.IDLE) {
            latest.set(run);
        }
    }

    /**
     * Starts a run, unless one goes on.
     *
     * @param guesses what people think of it
     */
    public void start(Plan plan, Guesses guesses) {
        if (state.get() != State.IDLE) {
            return;
        }
        state.set(State.STARTING);
        try {
            background.execute(() -> startInBackground(plan, guesses));
        } catch (RuntimeException | Error e) { // no thread is left, for one
            refused(e);
        }
    }

    private void startInBackground(Plan plan, Guesses guesses) {
        try {
            Run run = runStarter.start(plan);
            Instant begun = Instant.now();
            inbox.execute(() -> started(new Started(run, begun, guesses)));
            run.done().whenComplete((_, fault) -> inbox.execute(() -> ended(fault)));
        } catch (RuntimeException | Error e) { // a sentence, or a fault: either way nothing runs
            inbox.execute(() -> refused(e));
        }
    }

    private void refused(Throwable reason) {
        state.set(State.IDLE);
        String sentence = reason.getMessage();
        complaints.accept(sentence == null ? RunText.NOT_STARTED.formatted(reason) : sentence);
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
            complaints.accept(RunText.BROKE_OFF.formatted(fault));
        }
    }

    /** Cancels the run that goes on, if any; also one that is still starting. */
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
            run.cancel(); // better the window stands still for a moment than the run goes on
        }
    }
}
