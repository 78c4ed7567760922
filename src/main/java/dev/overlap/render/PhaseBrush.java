package dev.overlap.render;

import dev.overlap.trace.Phase;

/**
 * The shape of each phase. It can be read without colour: preparation is a low bar, waiting for the
 * reply and reading it a high one; waiting for a turn is never filled: queued is a low hatch, ready
 * a high hatch with a border, lease an empty box, pause a row of dots.
 */
public final class PhaseBrush {

    private static final double MIN_FOR_BORDER = 4;

    private final Surface surface;
    private final Theme theme;

    public PhaseBrush(Surface surface, Theme theme) {
        this.surface = surface;
        this.theme = theme;
    }

    /** Draws a phase around a middle line, within a height that the highest phases fill. */
    public void paint(Phase phase, double x, double middle, double width, double height) {
        int ink = theme.of(phase);
        switch (phase) {
            case WAIT, RECEIVE, COMPUTE -> bar(x, middle, width, height, ink);
            case DNS, CONNECT, TLS, SEND -> bar(x, middle, width, lower(height), ink);
            case QUEUED -> surface.hatch(x, middle - low(height) / 2, width, low(height), ink);
            case READY -> ready(x, middle, width, height, ink);
            case LEASE -> surface.outline(x, middle - low(height) / 2, width, low(height), ink);
            case PAUSE -> surface.line(x, middle, x + width, middle, Surface.Stroke.DOTTED, ink);
        }
    }

    private void ready(double x, double middle, double width, double height, int ink) {
        surface.hatch(x, middle - height / 2, width, height, ink);
        surface.outline(x, middle - height / 2, width, height, ink);
    }

    private void bar(double x, double middle, double width, double height, int ink) {
        surface.fill(x, middle - height / 2, width, height, ink);
        if (width >= MIN_FOR_BORDER) {
            surface.outline(x, middle - height / 2, width, height, theme.border(ink));
        }
    }

    /** The height of a preparation; even, so that it stands on pixels around the middle. */
    static double lower(double height) {
        return 2 * Math.round(height * 0.28);
    }

    private static double low(double height) {
        return 2 * Math.round(height * 0.2);
    }
}
