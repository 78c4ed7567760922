package dev.overlap.lesson.claim;

import dev.overlap.plan.Quoting;
import dev.overlap.plan.repair.ClosestMatch;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The names that the statements of one lesson may use.
 *
 * @param models the ids of the models that it runs
 * @param counters the names of the counters of its list
 * @param tasks the number of its tasks
 */
public record LessonScope(List<String> models, Set<String> counters, int tasks) {

    public LessonScope {
        models = List.copyOf(models);
        counters = Set.copyOf(counters);
    }

    /** Throws an {@link IllegalArgumentException} unless the lesson runs a model. */
    void requireModel(String id) {
        if (!models.contains(id)) {
            throw new IllegalArgumentException(
                    "The lesson does not run %s. %s"
                            .formatted(Quoting.of(id), choice("models", id, models)));
        }
    }

    /** Throws an {@link IllegalArgumentException} unless the list has what a metric names. */
    void requireDetail(RunMetric.Detail detail, String named) {
        switch (detail) {
            case COUNTER -> requireCounter(named);
            case TASK -> requireTask(Integer.parseInt(named));
            case NONE, PHASE -> {}
        }
    }

    private void requireCounter(String name) {
        if (!counters.contains(name)) {
            throw new IllegalArgumentException(
                    "The list has no counter %s. %s"
                            .formatted(
                                    Quoting.of(name),
                                    counters.isEmpty()
                                            ? "A step such as add:hits makes one."
                                            : choice("counters", name, counters)));
        }
    }

    private void requireTask(int number) {
        if (number < 1 || number > tasks) {
            throw new IllegalArgumentException(
                    "There is no task %d. The tasks of the list are numbered from 1 to %d."
                            .formatted(number, tasks));
        }
    }

    /** Names the closest of some words, or all of them. */
    static String choice(String plural, String word, Collection<String> known) {
        String near = ClosestMatch.to(word, known);
        return near == null
                ? "The %s are: %s."
                        .formatted(plural, String.join(", ", known.stream().sorted().toList()))
                : "Did you mean %s?".formatted(Quoting.of(near));
    }
}
