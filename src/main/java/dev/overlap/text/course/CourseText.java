package dev.overlap.text.course;

import dev.overlap.text.DurationFormat;
import dev.overlap.text.NumberFormats;
import dev.overlap.text.comparison.GuessText;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The sentences of the course. {@code %s} is a placeholder. */
public final class CourseText {

    public static final String MENU = "All lessons\u2026";
    public static final String TITLE = "Lessons";
    public static final String ALL_DONE = "All lessons are done.";
    public static final String CARDS_HELP =
            "All lessons, in groups. The arrow keys move between them, Enter opens one.";
    public static final String CLOSE = "Close the list of lessons.";
    public static final String SCORE = "Score";
    public static final String SCORE_HELP = "Score: save it as a table, or start over.";
    public static final String EXPORT = "Save the score as CSV\u2026";
    public static final String RESET = "Start over: clear all ticks and guesses";
    public static final String FILE_NAME = "overlap-course.csv";
    public static final String UNDO = "Undo";
    public static final String UNDO_HELP = "Undo: bring the ticks and guesses back.";
    public static final String OPEN_NOW = "open now";
    public static final String NOT_DONE = "Not done yet";

    private static final DateTimeFormatter DAY = format("d MMM");
    private static final DateTimeFormatter YEAR = format("d MMM uuuu");
    private static final DateTimeFormatter FULL = format("d MMMM uuuu");

    private CourseText() {}

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                .withZone(ZoneId.systemDefault());
    }

    /** Returns how many lessons of a group or of all are done: {@code 3 of 15 done}. */
    public static String done(long done, long all) {
        return NumberFormats.count(done) + " of " + NumberFormats.count(all) + " done";
    }

    /** Returns the text of the button that leads on. */
    public static String continueWith(int number, String title) {
        return "Continue with " + number + ". " + title;
    }

    /** Returns the text of the button that leads to the first lesson. */
    public static String startWith(String title) {
        return "Start with 1. " + title;
    }

    /** Returns what was cleared, beside the button that brings it back. */
    public static String cleared(int lessons) {
        return lessons == 1
                ? "1 tick is cleared."
                : NumberFormats.count(lessons) + " ticks are cleared.";
    }

    /** Returns how long a lesson takes: {@code 4 min}; empty for 0, which is unknown. */
    public static String minutes(int minutes) {
        return minutes == 0 ? "" : minutes + " min";
    }

    /** Returns when a lesson was done, as short as it can be said. */
    public static String doneOn(Instant at, LocalDate today) {
        LocalDate day = LocalDate.ofInstant(at, ZoneId.systemDefault());
        if (day.equals(today)) {
            return "done today";
        }
        return "done " + (day.getYear() == today.getYear() ? DAY : YEAR).format(at);
    }

    /**
     * Returns a guess beside the truth: {@code guess 700 ms, was 1.15 s}.
     *
     * @param guessNanos above 0
     * @param wallNanos above 0
     */
    public static String guessed(long guessNanos, long wallNanos) {
        return GuessText.of(guessNanos) + ", was " + DurationFormat.text(wallNanos);
    }

    /** Returns a guess beside the truth, of one of several models. */
    public static String guessed(String model, long guessNanos, long wallNanos) {
        return model + ": " + guessed(guessNanos, wallNanos);
    }

    /** Returns how long it took, where nothing was guessed. */
    public static String took(String model, long wallNanos) {
        return model + ": " + DurationFormat.text(wallNanos) + ", not guessed";
    }

    /** Returns what is said of the guesses that there is no room for. */
    public static String more(int guesses) {
        return "and " + NumberFormats.count(guesses, "more guess");
    }

    /** Returns all that a card shows, as sentences. */
    public static String sentence(int number, String title, int minutes, List<String> facts) {
        StringBuilder sentence = new StringBuilder("Lesson " + number + ": " + ended(title));
        if (minutes > 0) {
            sentence.append(' ').append(NumberFormats.count(minutes, "minute")).append('.');
        }
        facts.forEach(fact -> sentence.append(' ').append(ended(fact)));
        return sentence.toString();
    }

    private static String ended(String words) {
        return words.endsWith(".") || words.endsWith("?") ? words : words + ".";
    }

    /** Returns when a lesson was done, as a sentence. */
    public static String doneSentence(Instant at) {
        return "Done on " + FULL.format(at);
    }
}
