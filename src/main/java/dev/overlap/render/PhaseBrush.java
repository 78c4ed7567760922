package dev.overlap.render;

import dev.overlap.trace.Phase;

/** Draws phases in the shapes of {@link PhaseStyle}. */
public final class PhaseBrush {

    private static final double MIN_FOR_BORDER = 4;

    /** Even, so that it aligns to pixels around the middle. */
    private static final double LINE = 2;

    private final Surface surface;
    private final Theme theme;

    public PhaseBrush(Surface surface, Theme theme) {
        this.surface = surface;
        this.theme = theme;
    }

    /** Draws a phase centred on a line; the height is that of the highest shape. */
    public void paint(Phase phase, double x, double middle, double width, double height) {
        int ink = theme.of(phase);
        switch (PhaseStyle.of(phase).shape()) {
            case HIGH_BAR -> bar(x, middle, width, height, ink);
            case LOW_BAR -> bar(x, middle, width, lowBarHeight(height), ink);
            case LINE -> surface.fill(x, middle - LINE / 2, width, LINE, ink);
            case BORDERED_HATCH -> borderedHatch(x, middle, width, height, ink);
            case EMPTY_BOX ->
                    surface.outline(
                            x, middle - boxHeight(height) / 2, width, boxHeight(height), ink);
            case FRAME -> frame(x, middle - height / 2, width, height, ink);
            case RAILS -> rails(x, middle, width, boxHeight(height), ink);
            case DOTS -> surface.line(x, middle, x + width, middle, Surface.Stroke.DOTTED, ink);
        }
    }

    private void borderedHatch(double x, double middle, double width, double height, int ink) {
        surface.hatch(x, middle - height / 2, width, height, ink);
        surface.outline(x, middle - height / 2, width, height, ink);
    }

    /** A border two units thick, so that it differs from a thin outline of any height. */
    private void frame(double x, double y, double width, double height, int ink) {
        surface.outline(x, y, width, height, ink);
        if (width >= MIN_FOR_BORDER) {
            surface.outline(x + 1, y + 1, width - 2, height - 2, ink);
        }
    }

    /** Two thin lines, open at both ends. */
    private void rails(double x, double middle, double width, double height, int ink) {
        for (double y : new double[] {middle - height / 2 + 0.5, middle + height / 2 - 0.5}) {
            surface.line(x, y, x + width, y, Surface.Stroke.SOLID, ink);
        }
    }

    private void bar(double x, double middle, double width, double height, int ink) {
        surface.fill(x, middle - height / 2, width, height, ink);
        if (width >= MIN_FOR_BORDER) {
            surface.outline(x, middle - height / 2, width, height, theme.border(ink));
        }
    }

    /** The height of a low bar; even, so that it aligns to pixels around the middle. */
    static double lowBarHeight(double height) {
        return 2 * Math.round(height * 0.28);
    }

    private static double boxHeight(double height) {
        return 2 * Math.round(height * 0.2);
    }
}
