package dev.overlap.snippet;

import dev.overlap.trace.Phase;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * A rendered line of a program.
 *
 * @param phases during which a task is in this line
 * @param again whether only after the task's first pause
 * @param depth the nesting depth of the template part; 0 for the skeleton's own lines
 * @param step the step that the line belongs to, or null
 */
record RenderedLine(
        String text, Set<Phase> phases, boolean again, int depth, @Nullable StepMark step) {

    RenderedLine {
        phases = Set.copyOf(phases);
    }

    /** Returns a line that no task is in. */
    static RenderedLine plain(String text) {
        return new RenderedLine(text, Set.of(), false, 0, null);
    }

    /** Returns this line at another place. */
    RenderedLine in(String indent, int depth) {
        String moved = (indent + text).stripTrailing();
        return new RenderedLine(moved, phases, again, depth, step);
    }

    boolean isBlank() {
        return text.isBlank();
    }
}
