package dev.overlap.ui.comparison;

import dev.overlap.comparison.ComparisonPlan;
import dev.overlap.ui.comparison.ComparisonLauncher.Begun;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The results of one kind of comparison: those that are shown, and those before and after them.
 * Nothing measured is thrown away when another comparison takes its place, as far as memory allows.
 *
 * <p>Threads: JavaFX thread only.
 */
final class ComparisonHistory {

    /** The most tasks of former results to keep; a task takes about half a kilobyte. */
    private static final long MAX_TASKS = 400_000;

    private final Deque<Optional<Begun>> past = new ArrayDeque<>();
    private final Deque<Optional<Begun>> undone = new ArrayDeque<>();
    private @Nullable Begun shown;

    /** The shown results; null before the first, or after they were put aside. */
    @Nullable Begun shown() {
        return shown;
    }

    /** Shows a comparison that has begun, after all others. */
    void add(Begun begun) {
        putAside();
        shown = begun;
        trim();
    }

    /** Puts the shown results aside, unless they satisfy a condition. */
    void keepOnlyIf(Predicate<Begun> condition) {
        Begun now = shown;
        if (now != null && !condition.test(now)) {
            putAside();
        }
    }

    /** Shows nothing; {@link #former} brings all results back, the latest first. */
    void putAside() {
        while (hasLater()) {
            later();
        }
        if (shown != null) {
            past.push(Optional.of(shown));
            shown = null;
        }
    }

    boolean hasFormer() {
        return !past.isEmpty();
    }

    boolean hasLater() {
        return !undone.isEmpty();
    }

    /** Shows the results before these. */
    void former() {
        step(past, undone);
    }

    /** Shows the results after these, or none if there were none. */
    void later() {
        step(undone, past);
    }

    private void step(Deque<Optional<Begun>> from, Deque<Optional<Begun>> to) {
        if (!from.isEmpty()) {
            to.push(Optional.ofNullable(shown));
            shown = from.pop().orElse(null);
        }
    }

    private void trim() {
        past.removeIf(Optional::isEmpty);
        while (past.size() > 1
                && past.stream().mapToLong(ComparisonHistory::tasks).sum() > MAX_TASKS) {
            past.removeLast();
        }
    }

    private static long tasks(Optional<Begun> results) {
        return results.map(begun -> begun.runner().soFar().plan())
                .map(ComparisonHistory::tasks)
                .orElse(0L);
    }

    private static long tasks(ComparisonPlan plan) {
        return (long) plan.variants().getFirst().plan().tasks().size()
                * plan.variants().size()
                * plan.runs();
    }
}
