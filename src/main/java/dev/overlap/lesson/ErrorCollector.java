package dev.overlap.lesson;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Gathers all that is wrong with a file, so that a person can mend it in one go. */
final class ErrorCollector {

    private final List<LessonProblem> found = new ArrayList<>();

    void add(int line, String sentence) {
        found.add(new LessonProblem(line, sentence));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** All of them, in the order of their lines. */
    List<LessonProblem> all() {
        return found.stream().sorted(Comparator.comparingInt(LessonProblem::line)).toList();
    }

    /**
     * What something reads from a line.
     *
     * @param reading throws an {@link IllegalArgumentException} with a sentence, which becomes a
     *     problem of the line
     * @param otherwise what is given back then
     */
    <T> T read(int line, Supplier<T> reading, T otherwise) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            add(line, String.valueOf(e.getMessage()));
            return otherwise;
        }
    }
}
