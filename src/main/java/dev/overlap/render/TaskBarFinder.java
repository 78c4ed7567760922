package dev.overlap.render;

import dev.overlap.trace.Phase;

import java.util.Set;

/** Finds the segment whose bar is at an x among the bars of a task. */
public final class TaskBarFinder implements TaskBarDecimator.Sink {

    private final double x;
    private final Set<Phase> hidden;
    private int segment = -1;

    /**
     * Creates a finder.
     *
     * @param hidden the phases that are not drawn
     */
    public TaskBarFinder(double x, Set<Phase> hidden) {
        this.x = x;
        this.hidden = hidden;
    }

    /** The segment, or -1 if there is no bar. */
    public int segment() {
        return segment;
    }

    @Override
    public void bar(int at, Phase phase, double left, double width) {
        if (x >= left && x < left + width) {
            segment = at;
        }
    }

    @Override
    public boolean draws(Phase phase) {
        return !hidden.contains(phase);
    }
}
