package dev.overlap.ui.run;

import dev.overlap.chart.Timeline;
import dev.overlap.comparison.Guesses;
import dev.overlap.concurrency.ConcurrencyModel;
import dev.overlap.ui.run.RunController.Started;

import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

/**
 * Binds the guesses to the timeline. A guess dragged there applies to the model that is guessed
 * for, for its next run. The shown run keeps the guess that was set when it began.
 *
 * <p>Threads: JavaFX thread only.
 */
public final class GuessBinding {

    private final Timeline timeline;
    private final ObjectProperty<Guesses> guesses;
    private final ObservableValue<ConcurrencyModel> chosen;

    private GuessBinding(
            Timeline timeline,
            ObjectProperty<Guesses> guesses,
            ObservableValue<ConcurrencyModel> chosen) {
        this.timeline = timeline;
        this.guesses = guesses;
        this.chosen = chosen;
    }

    /** Binds them for as long as they live. */
    public static void bind(
            Timeline timeline,
            ObjectProperty<Guesses> guesses,
            ObservableValue<ConcurrencyModel> chosen,
            ObservableValue<@Nullable Started> shown) {
        GuessBinding guess = new GuessBinding(timeline, guesses, chosen);
        guesses.subscribe(guess::show);
        chosen.subscribe(guess::show);
        shown.subscribe(guess::showRun);
        timeline.guessProperty().subscribe((_, nanos) -> guess.dragged(nanos.longValue()));
    }

    private void show() {
        timeline.guessProperty().set(nanos(guesses.get(), chosen.getValue().id()));
    }

    private void showRun(@Nullable Started run) {
        timeline.runGuessProperty()
                .set(
                        run == null
                                ? Timeline.NO_GUESS
                                : nanos(run.guesses(), run.run().plan().model()));
    }

    private static long nanos(Guesses guesses, String model) {
        Long guess = guesses.of(model);
        return guess == null ? Timeline.NO_GUESS : guess;
    }

    private void dragged(long nanos) {
        Long guess = nanos == Timeline.NO_GUESS ? null : nanos;
        guesses.set(guesses.get().with(chosen.getValue().id(), guess));
    }
}
