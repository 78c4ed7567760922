package dev.overlap.render;

import dev.overlap.trace.Phase;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The appearance of a phase, on the chart, in a legend and in a table.
 *
 * @param light its colour in the light theme, as ARGB
 * @param dark its colour in the dark theme, as ARGB
 */
public record PhaseStyle(Shape shape, int light, int dark) {

    /**
     * The shape of a phase, legible without colour: preparation is a low bar, waiting for the
     * response and reading it a high one; waiting is never filled. Waiting to be handed to a worker
     * is a line, a task that could run and does not is the only hatch of a chart, waiting for what
     * another task has is a frame as high as the bars, waiting for a connection a low box, waiting
     * for other tasks a pair of thin lines.
     */
    public enum Shape {
        HIGH_BAR,
        LOW_BAR,
        LINE,
        BORDERED_HATCH,
        EMPTY_BOX,
        FRAME,
        RAILS,
        DOTS;

        /** Whether the shape is filled, so that it is recognisable even when very thin. */
        boolean isFilled() {
            return this == HIGH_BAR || this == LOW_BAR;
        }
    }

    private static final Map<Phase, PhaseStyle> ALL = new EnumMap<>(Phase.class);

    static {
        for (Phase phase : Phase.values()) {
            ALL.put(phase, style(phase));
        }
    }

    /** Returns the style of a phase; cached, since a chart asks for each bar. */
    public static PhaseStyle of(Phase phase) {
        return Objects.requireNonNull(ALL.get(phase));
    }

    private static PhaseStyle style(Phase phase) {
        return switch (phase) {
            case QUEUED -> new PhaseStyle(Shape.LINE, 0xFF7E8896, 0xFF7B8593);
            case READY -> new PhaseStyle(Shape.BORDERED_HATCH, 0xFFB45309, 0xFFF0A63A);
            case BLOCKED -> new PhaseStyle(Shape.FRAME, 0xFFB42DFF, 0xFFC32DFF);
            case LEASE -> new PhaseStyle(Shape.EMPTY_BOX, 0xFF7B8593, 0xFF8A94A3);
            case DNS -> new PhaseStyle(Shape.LOW_BAR, 0xFFF0E442, 0xFFF0E442);
            case CONNECT -> new PhaseStyle(Shape.LOW_BAR, 0xFFE69F00, 0xFFE69F00);
            case TLS -> new PhaseStyle(Shape.LOW_BAR, 0xFFD55E00, 0xFFD55E00);
            case SEND -> new PhaseStyle(Shape.LOW_BAR, 0xFF4D4D4D, 0xFFB8B8B8);
            case WAIT -> new PhaseStyle(Shape.HIGH_BAR, 0xFF56B4E9, 0xFF56B4E9);
            case RECEIVE -> new PhaseStyle(Shape.HIGH_BAR, 0xFF0072B2, 0xFF0072B2);
            case COMPUTE -> new PhaseStyle(Shape.HIGH_BAR, 0xFF261966, 0xFFA3F5F5);
            case AWAIT -> new PhaseStyle(Shape.RAILS, 0xFF0F8A7E, 0xFF2DC9B8);
            case PAUSE -> new PhaseStyle(Shape.DOTS, 0xFF7B8593, 0xFF8A94A3);
        };
    }
}
