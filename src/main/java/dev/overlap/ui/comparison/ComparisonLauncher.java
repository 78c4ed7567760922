package dev.overlap.ui.comparison;

import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.comparison.ComparisonRunner;
import dev.overlap.comparison.Guesses;
import dev.overlap.text.ComparisonScreenText;
import dev.overlap.ui.run.RunStarter;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Makes the comparisons of the window, one at a time: starts them, stops them, says what broke them
 * off.
 *
 * <p>Threads: every method on the JavaFX thread, and none waits there.
 */
public final class ComparisonLauncher {

    /**
     * A comparison, and what goes with its picture.
     *
     * @param at when it began, by the clock on the wall
     * @param guesses that stood then
     */
    record Begun(ComparisonRunner runner, Instant at, Guesses guesses) {}

    private final RunStarter runStarter;
    private final Executor background;
    private final Executor inbox;
    private final Consumer<String> complaints;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private @Nullable ComparisonRunner runner;

    /**
     * @param inbox runs on the JavaFX thread
     * @param complaints gets a sentence, on the JavaFX thread, when the comparison broke off
     */
    public ComparisonLauncher(
            RunStarter runStarter,
            Executor background,
            Executor inbox,
            Consumer<String> complaints) {
        this.runStarter = runStarter;
        this.background = background;
        this.inbox = inbox;
        this.complaints = complaints;
    }

    /** Whether runs are made. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    public boolean isRunning() {
        return running.get();
    }

    /**
     * Starts a comparison.
     *
     * @param guesses what people think of it
     * @throws IllegalStateException if one goes on
     */
    Begun start(ComparisonPlan comparisonPlan, Guesses guesses) {
        if (running.get()) {
            throw new IllegalStateException("a comparison is in progress");
        }
        running.set(true);
        ComparisonRunner started =
                ComparisonRunner.start(comparisonPlan, runStarter::start, background);
        runner = started;
        var _ = started.done().whenComplete((_, fault) -> inbox.execute(() -> ended(fault)));
        return new Begun(started, Instant.now(), guesses);
    }

    private void ended(@Nullable Throwable fault) {
        running.set(false);
        if (fault != null) {
            complaints.accept(sentence(fault));
        }
    }

    private static String sentence(Throwable fault) {
        Throwable cause =
                fault instanceof CompletionException && fault.getCause() != null
                        ? fault.getCause()
                        : fault;
        String words = cause.getMessage();
        return words == null ? ComparisonScreenText.BROKE_OFF.formatted(cause) : words;
    }

    /** Cancels the run that goes on and begins no other; what was measured is kept. */
    public void stop() {
        ComparisonRunner going = runner;
        if (running.get() && going != null) {
            cancel(going);
        }
    }

    private void cancel(ComparisonRunner going) {
        try {
            background.execute(going::cancel);
        } catch (RuntimeException | Error e) {
            going.cancel(); // better the window stands still for a moment than the run goes on
        }
    }
}
