package dev.overlap.ui.run;

import dev.overlap.render.PhaseStyle;
import dev.overlap.trace.Phase;
import dev.overlap.ui.controls.WindowTheme;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The phase colours for the stylesheet, taken from the painter, so that details and timeline always
 * agree.
 */
public final class PhaseStylesheet {

    private static final int RGB = 0xFFFFFF;

    private PhaseStylesheet() {}

    /** The root style: one named colour per phase, such as {@code -phase-dns: #f0e442;}. */
    public static String style(WindowTheme theme) {
        dev.overlap.render.Theme painted =
                switch (theme) {
                    case LIGHT -> dev.overlap.render.Theme.LIGHT;
                    case DARK -> dev.overlap.render.Theme.DARK;
                };
        return Arrays.stream(Phase.values())
                .map(phase -> colourName(phase) + ": " + hex(painted.of(phase)) + ";")
                .collect(Collectors.joining(" "));
    }

    /** The name of a phase's colour in the stylesheet. */
    private static String colourName(Phase phase) {
        return "-phase-" + phase.id();
    }

    /** The style class for a phase's shape. */
    public static String styleClass(Phase phase) {
        return switch (PhaseStyle.of(phase).shape()) {
            case HIGH_BAR, LOW_BAR -> "phase-filled";
            case LINE -> "phase-line";
            case BORDERED_HATCH -> "phase-hatched";
            case FRAME -> "phase-framed";
            case EMPTY_BOX -> "phase-outlined";
            case RAILS -> "phase-rails";
            case DOTS -> "phase-dotted";
        };
    }

    /** The inline style that gives a node the phase's colour. */
    public static String inlineStyle(Phase phase) {
        return "-phase-colour: " + colourName(phase) + ";";
    }

    private static String hex(int argb) {
        return String.format(Locale.ROOT, "#%06x", argb & RGB);
    }
}
