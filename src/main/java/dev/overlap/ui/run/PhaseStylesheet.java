package dev.overlap.ui.run;

import dev.overlap.render.PhaseStyle;
import dev.overlap.trace.Phase;
import dev.overlap.ui.controls.WindowTheme;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The colours of the phases for the stylesheet, taken from the painter, so that a chip in the
 * details and a bar in the timeline cannot disagree.
 */
public final class PhaseStylesheet {

    private static final int RGB = 0xFFFFFF;

    private PhaseStylesheet() {}

    /** A style for the root: one named colour per phase, such as {@code -phase-dns: #f0e442;}. */
    public static String style(WindowTheme theme) {
        dev.overlap.render.Theme painted =
                switch (theme) {
                    case LIGHT -> dev.overlap.render.Theme.LIGHT;
                    case DARK -> dev.overlap.render.Theme.DARK;
                };
        return Arrays.stream(Phase.values())
                .map(phase -> colour(phase) + ": " + hex(painted.of(phase)) + ";")
                .collect(Collectors.joining(" "));
    }

    /** What the stylesheet calls the colour of a phase. */
    private static String colour(Phase phase) {
        return "-phase-" + phase.id();
    }

    /** What the stylesheet calls the shape of a phase. */
    static String styleClass(Phase phase) {
        return switch (PhaseStyle.of(phase).shape()) {
            case HIGH_BAR, LOW_BAR -> "phase-filled";
            case LOW_HATCH -> "phase-hatched";
            case BORDERED_HATCH, EMPTY_BOX -> "phase-outlined";
            case DOTS -> "phase-dotted";
        };
    }

    /** A style that gives a node with the class of a phase the phase's colour. */
    static String inlineStyle(Phase phase) {
        return "-phase-colour: " + colour(phase) + ";";
    }

    private static String hex(int argb) {
        return String.format(Locale.ROOT, "#%06x", argb & RGB);
    }
}
