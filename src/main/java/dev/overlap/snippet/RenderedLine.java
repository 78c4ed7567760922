package dev.overlap.snippet;

import dev.overlap.trace.Phase;

import java.util.Set;

/**
 * A line of a program as it was put together.
 *
 * @param phases in which a task is here
 * @param again whether only after the task's first pause
 * @param depth how many parts use one another down to the one that it stands in; 0 for the
 *     skeleton's own lines
 */
record RenderedLine(String text, Set<Phase> phases, boolean again, int depth) {

    RenderedLine {
        phases = Set.copyOf(phases);
    }

    boolean isBlank() {
        return text.isBlank();
    }
}
