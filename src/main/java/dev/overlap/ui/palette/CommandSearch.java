package dev.overlap.ui.palette;

import dev.overlap.text.PaletteText;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Finds commands by words. Each typed word must be found: as a word of the command or the beginning
 * of one, as a synonym, inside a word, with one letter wrong, or as its letters in order. The
 * better the words are found the earlier the command stands; equally good ones keep their order.
 * Independent of JavaFX.
 */
final class CommandSearch {

    private static final int NOT_FOUND = 0;
    private static final int SCATTERED = 1;
    private static final int MISSPELT = 2;
    private static final int EXPLAINED = 3;
    private static final int INSIDE = 4;
    private static final int SYNONYM = 5;
    private static final int BEGINNING = 7;
    private static final int WHOLE = 8;

    /** Shorter words are too similar to too many others. */
    private static final int MIN_LETTERS_TO_MISSPELL = 4;

    private static final int MIN_LETTERS_TO_SCATTER = 3;

    private CommandSearch() {}

    private record Scored(PaletteCommand command, int score) {}

    /** The commands that match, the best ones first; all of them if nothing was typed. */
    static List<PaletteCommand> find(List<PaletteCommand> commands, String typed) {
        List<String> wanted = words(typed);
        return commands.stream()
                .map(paletteCommand -> new Scored(paletteCommand, score(paletteCommand, wanted)))
                .filter(scored -> scored.score != NOT_FOUND)
                .sorted(Comparator.comparingInt((Scored scored) -> -scored.score))
                .map(Scored::command)
                .toList();
    }

    static List<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static int score(PaletteCommand paletteCommand, List<String> wanted) {
        List<String> title = words(paletteCommand.text() + " " + paletteCommand.keys());
        List<String> explanation = words(paletteCommand.explanation());
        int sum = 1;
        for (String word : wanted) {
            int score = score(word, title, explanation);
            if (score == NOT_FOUND) {
                return NOT_FOUND;
            }
            sum += score;
        }
        return sum;
    }

    private static int score(String wanted, List<String> title, List<String> explanation) {
        int best = best(wanted, title);
        for (String synonym : PaletteText.synonyms(wanted)) {
            boolean found = title.stream().anyMatch(word -> word.startsWith(synonym));
            best = Math.max(best, found ? SYNONYM : NOT_FOUND);
        }
        boolean explained = explanation.stream().anyMatch(word -> word.startsWith(wanted));
        return Math.max(best, explained ? EXPLAINED : NOT_FOUND);
    }

    private static int best(String wanted, List<String> words) {
        return words.stream().mapToInt(word -> score(wanted, word)).max().orElse(NOT_FOUND);
    }

    private static int score(String wanted, String word) {
        if (word.equals(wanted)) {
            return WHOLE;
        } else if (word.startsWith(wanted)) {
            return BEGINNING;
        } else if (word.contains(wanted)) {
            return INSIDE;
        } else if (wanted.length() >= MIN_LETTERS_TO_MISSPELL && isOneLetterOff(wanted, word)) {
            return MISSPELT;
        }
        boolean scattered =
                wanted.length() >= MIN_LETTERS_TO_SCATTER
                        && word.charAt(0) == wanted.charAt(0)
                        && hasInOrder(word, wanted);
        return scattered ? SCATTERED : NOT_FOUND;
    }

    /** Whether the beginning of a word is what was typed but for one letter, or two swapped. */
    private static boolean isOneLetterOff(String typed, String word) {
        int same = 0;
        int shorter = Math.min(typed.length(), word.length());
        while (same < shorter && typed.charAt(same) == word.charAt(same)) {
            same++;
        }
        String typedRest = typed.substring(same);
        String rest = word.substring(same);
        return rest.startsWith(from(typedRest, 1))
                || from(rest, 1).startsWith(typedRest)
                || from(rest, 1).startsWith(from(typedRest, 1))
                || isSwapped(typedRest, rest);
    }

    private static boolean isSwapped(String typed, String word) {
        return typed.length() > 1
                && word.length() > 1
                && typed.charAt(0) == word.charAt(1)
                && typed.charAt(1) == word.charAt(0)
                && from(word, 2).startsWith(from(typed, 2));
    }

    private static String from(String text, int begin) {
        return text.substring(Math.min(begin, text.length()));
    }

    private static boolean hasInOrder(String word, String letters) {
        int at = 0;
        for (int i = 0; i < word.length() && at < letters.length(); i++) {
            if (word.charAt(i) == letters.charAt(at)) {
                at++;
            }
        }
        return at == letters.length();
    }
}
