package dev.overlap.ui.guess;

import dev.overlap.comparison.Guesses;
import dev.overlap.text.GuessParser;

import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes guesses as one line of text, such as {@code event-loop 300 ms; threads 1.2 s}. */
public final class GuessesCodec {

    private GuessesCodec() {}

    /** Returns the text of guesses; empty for none. */
    public static String write(Guesses guesses) {
        return new TreeMap<>(guesses.nanos())
                .entrySet().stream()
                        .map(guess -> guess.getKey() + " " + GuessParser.write(guess.getValue()))
                        .collect(Collectors.joining("; "));
    }

    /** Reads a text; what is no guess is left out. */
    public static Guesses read(String text) {
        Guesses guesses = Guesses.NONE;
        for (String guess : text.split(";", -1)) {
            String[] words = guess.strip().split(" ", 2);
            if (words.length == 2) {
                guesses = with(guesses, words[0], words[1]);
            }
        }
        return guesses;
    }

    private static Guesses with(Guesses guesses, String model, String time) {
        try {
            return guesses.with(model, GuessParser.read(time));
        } catch (IllegalArgumentException e) { // of another version, or edited by hand
            return guesses;
        }
    }
}
