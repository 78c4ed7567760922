package dev.overlap.lesson;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Collects all errors of a file, so that they can be fixed at once. */
final class ErrorCollector {

    private final List<LessonProblem> errors = new ArrayList<>();

    void add(int line, String sentence) {
        errors.add(new LessonProblem(line, sentence));
    }

    boolean isEmpty() {
        return errors.isEmpty();
    }

    int size() {
        return errors.size();
    }

    /** Returns all errors, sorted by line. */
    List<LessonProblem> all() {
        return errors.stream().sorted(Comparator.comparingInt(LessonProblem::line)).toList();
    }

    /**
     * Returns what a parser reads from a line.
     *
     * @param parser throws an {@link IllegalArgumentException}, whose message becomes an error of
     *     the line
     * @param fallback returned in that case
     */
    <T extends @Nullable Object> T read(int line, Supplier<T> parser, T fallback) {
        try {
            return parser.get();
        } catch (IllegalArgumentException e) {
            add(line, String.valueOf(e.getMessage()));
            return fallback;
        }
    }
}
