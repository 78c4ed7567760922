package dev.overlap.ui.run;

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

    /** A style for the root: one named colour a phase, such as {@code -phase-dns: #f0e442;}. */
    public static String style(WindowTheme theme) {
        dev.overlap.render.Theme painted =
                switch (theme) {
                    case LIGHT -> dev.overlap.render.Theme.LIGHT;
                    case DARK -> dev.overlap.render.Theme.DARK;
                };
        return Arrays.stream(Phase.values())
                .map(phase -> "-" + styleClass(phase) + ": " + hex(painted.of(phase)) + ";")
                .collect(Collectors.joining(" "));
    }

    /** What the stylesheet calls a phase. */
    static String styleClass(Phase phase) {
        return "phase-" + phase.name().toLowerCase(Locale.ROOT);
    }

    private static String hex(int argb) {
        return String.format(Locale.ROOT, "#%06x", argb & RGB);
    }
}
