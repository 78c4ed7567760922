package dev.overlap.snippet;

import dev.overlap.trace.Phase;

import java.util.Set;

/**
 * A rendered line of a program.
 *
 * @param phases during which a task is in this line
 * @param again whether only after the task's first pause
 * @param depth the nesting depth of the template part; 0 for the skeleton's own lines
 */
record RenderedLine(String text, Set<Phase> phases, boolean again, int depth) {

    RenderedLine {
        phases = Set.copyOf(phases);
    }

    boolean isBlank() {
        return text.isBlank();
    }
}
