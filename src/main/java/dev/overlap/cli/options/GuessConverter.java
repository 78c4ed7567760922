package dev.overlap.cli.options;

import dev.overlap.comparison.Guesses;
import dev.overlap.concurrency.ConcurrencyModel;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.time.Duration;
import java.util.List;

/** Reads a guess of how long a model will take: {@code event-loop=400ms}. */
public final class GuessConverter implements ITypeConverter<GuessConverter.Guess> {

    private static final Duration MIN = Duration.ofMillis(1);
    private static final Duration MAX = Duration.ofHours(1);

    private final DurationConverter duration = new DurationConverter();

    /** A guess: a model and how long it will take. */
    public record Guess(String model, Duration time) {}

    @Override
    public Guess convert(String text) {
        int sign = text.indexOf('=');
        if (sign < 1) {
            throw new TypeConversionException(
                    "\"" + text + "\" is not a guess. Write it as in event-loop=400ms.");
        }
        Duration time = duration.convert(text.substring(sign + 1));
        if (time.compareTo(MIN) < 0 || time.compareTo(MAX) > 0) {
            throw new TypeConversionException("A guess must be between 1 ms and 1 hour.");
        }
        return new Guess(text.substring(0, sign), time);
    }

    /**
     * Collects guesses; of two for the same model the last one counts.
     *
     * @throws UsageException if there is a guess for a model that is not compared
     */
    public static Guesses of(List<Guess> guesses, List<ConcurrencyModel> models)
            throws UsageException {
        Guesses all = Guesses.NONE;
        for (Guess guess : guesses) {
            if (models.stream().noneMatch(model -> model.id().equals(guess.model))) {
                throw new UsageException(
                        "The guess for \""
                                + guess.model
                                + "\" does not match any model of this comparison.");
            }
            all = all.with(guess.model, guess.time.toNanos());
        }
        return all;
    }
}
