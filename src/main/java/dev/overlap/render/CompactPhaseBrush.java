package dev.overlap.render;

import dev.overlap.trace.Phase;

/**
 * Draws phases in rows too low for the shapes of {@link PhaseBrush}. Height cannot distinguish them
 * here, so fill does: work is a bar, being queued a thin line, waiting for a connection a broken
 * one, waiting for what another task has a frame, and only a runnable task that is not scheduled is
 * hatched.
 */
public final class CompactPhaseBrush {

    private static final double QUIET_LINE = 1;

    private final Surface surface;
    private final Theme theme;

    public CompactPhaseBrush(Surface surface, Theme theme) {
        this.surface = surface;
        this.theme = theme;
    }

    public void paint(Phase phase, double x, double middle, double width, double height) {
        int ink = theme.of(phase);
        switch (PhaseStyle.of(phase).shape()) {
            case HIGH_BAR, LOW_BAR -> surface.fill(x, middle - height / 2, width, height, ink);
            case BORDERED_HATCH -> surface.hatch(x, middle - height / 2, width, height, ink);
            case FRAME -> surface.outline(x, middle - height / 2, width, height, ink);
            case LINE -> surface.fill(x, middle - QUIET_LINE / 2, width, QUIET_LINE, ink);
            case EMPTY_BOX ->
                    surface.line(x, middle, x + width, middle, Surface.Stroke.DASHED, ink);
            case RAILS -> surface.line(x, middle, x + width, middle, Surface.Stroke.SOLID, ink);
            case DOTS -> surface.line(x, middle, x + width, middle, Surface.Stroke.DOTTED, ink);
        }
    }
}
