package dev.overlap.lesson.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text of a lesson that names measured figures:
 *
 * <pre>
 * {wall.MODEL}  {guess.MODEL}  {first.MODEL}  {lost.MODEL.COUNTER}  {most.MODEL.PHASE} ...
 * {sum}  {longest}       of the list: from all runs
 * {first}  {lost.NAME}   of the first model that has run and can tell
 * {{                     a brace
 * </pre>
 *
 * <p>All functions of a {@link Claim} can be named so. A sentence with a figure that has no value
 * is left out. What is derived is marked as derived.
 */
public final class MeasuredText {

    /** Where a sentence ends: an abbreviation is no harm unless a figure follows it. */
    private static final Pattern BETWEEN_SENTENCES =
            Pattern.compile("(?<=[.?!:][\"')]{0,2})\\s+(?=[\"'(]?[A-Z{])");

    private MeasuredText() {}

    /**
     * Returns the paragraphs of a text with the figures put in; one of which no sentence is left is
     * left out.
     *
     * @param text paragraphs, with blank lines between them
     */
    public static List<String> paragraphs(String text, MeasuredRuns runs) {
        return Arrays.stream(text.split("\\n\\s*\\n"))
                .map(paragraph -> filled(paragraph, runs))
                .filter(paragraph -> !paragraph.isBlank())
                .toList();
    }

    private static String filled(String paragraph, MeasuredRuns runs) {
        return BETWEEN_SENTENCES
                .splitAsStream(paragraph.strip())
                .map(sentence -> sentence(sentence, runs))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private static Optional<String> sentence(String sentence, MeasuredRuns runs) {
        StringBuilder text = new StringBuilder();
        for (TextPiece piece : TextSplitter.split(sentence)) {
            Optional<String> part = piece.text(runs);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            text.append(part.get());
        }
        return Optional.of(text.toString());
    }

    /**
     * Returns what is wrong with the figures that one line of a text names, a sentence each.
     *
     * @param line any part of a text that does not cut a figure in two
     */
    public static List<String> problems(String line, LessonScope scope) {
        List<String> problems = new ArrayList<>();
        for (TextPiece piece : TextSplitter.split(line)) {
            try {
                piece.requireWithin(scope);
            } catch (IllegalArgumentException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        return List.copyOf(problems);
    }
}
