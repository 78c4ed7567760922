package dev.overlap.ui.comparison;

import dev.overlap.comparison.ComparisonRunner;
import dev.overlap.comparison.Guesses;
import dev.overlap.comparison.forecast.Forecast;
import dev.overlap.comparison.forecast.ForecastProgress;
import dev.overlap.text.comparison.ComparisonScreenText;
import dev.overlap.ui.run.RunStarter;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Starts and stops the comparisons of the window, one at a time, and reports errors.
 *
 * <p>Threads: every method on the JavaFX thread; none blocks.
 */
public final class ComparisonLauncher {

    /**
     * A started comparison, and the data for its report.
     *
     * @param at the wall-clock time of its start
     * @param guesses at that time
     * @param forecast from before it began
     * @param origin where it was opened from, in words; null if it ran in this window
     */
    record Begun(
            ComparisonRunner runner,
            Instant at,
            Guesses guesses,
            Forecast forecast,
            @Nullable String origin) {

        /** How far it is. */
        ForecastProgress progress() {
            long elapsed = Math.max(0, Duration.between(at, Instant.now()).toNanos());
            return forecast.after(runner.soFar(), elapsed);
        }
    }

    private final RunStarter runStarter;
    private final Executor background;
    private final Executor inbox;
    private final Consumer<String> errors;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private @Nullable ComparisonRunner runner;

    /**
     * @param inbox runs on the JavaFX thread
     * @param errors receives a message on the JavaFX thread if the comparison fails
     */
    public ComparisonLauncher(
            RunStarter runStarter, Executor background, Executor inbox, Consumer<String> errors) {
        this.runStarter = runStarter;
        this.background = background;
        this.inbox = inbox;
        this.errors = errors;
    }

    /** Whether a comparison is running. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    public boolean isRunning() {
        return running.get();
    }

    /**
     * Starts a comparison.
     *
     * @param guesses the user's guesses
     * @throws IllegalStateException if one is running
     */
    Begun start(Forecast forecast, Guesses guesses) {
        if (running.get()) {
            throw new IllegalStateException("a comparison is in progress");
        }
        running.set(true);
        ComparisonRunner started =
                ComparisonRunner.start(forecast.plan(), runStarter::start, background);
        runner = started;
        var _ = started.done().whenComplete((_, fault) -> inbox.execute(() -> ended(fault)));
        return new Begun(started, Instant.now(), guesses, forecast, null);
    }

    private void ended(@Nullable Throwable fault) {
        running.set(false);
        if (fault != null) {
            errors.accept(sentence(fault));
        }
    }

    private static String sentence(Throwable fault) {
        Throwable cause =
                fault instanceof CompletionException && fault.getCause() != null
                        ? fault.getCause()
                        : fault;
        String message = cause.getMessage();
        return message == null ? ComparisonScreenText.BROKE_OFF.formatted(cause) : message;
    }

    /** Cancels the current run and starts no other; completed measurements are kept. */
    public void stop() {
        ComparisonRunner active = runner;
        if (running.get() && active != null) {
            cancel(active);
        }
    }

    private void cancel(ComparisonRunner active) {
        try {
            background.execute(active::cancel);
        } catch (RuntimeException | Error e) {
            active.cancel(); // better a short freeze than a run that cannot be stopped
        }
    }
}
