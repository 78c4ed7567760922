package dev.overlap.report.slide;

import dev.overlap.render.Surface;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;

/** The head of every exported image: title, settings, and the name of the program. */
final class SlideHeader {

    private static final int WARNING = 22;
    private static final TextStyle TITLE = new TextStyle(24, true);
    private static final TextStyle LINE = new TextStyle(13, false);

    private SlideHeader() {}

    static void paint(Surface surface, Theme theme, SlideSize size, String title, String settings) {
        surface.text(title, size.left(), 46, TITLE, Surface.Align.LEFT, theme.text());
        surface.text(settings, size.left(), 72, LINE, Surface.Align.LEFT, theme.quietText());
        surface.text("Overlap", size.right(), 44, LINE, Surface.Align.RIGHT, theme.quietText());
    }

    /** The height of a line that warns; 0 if there is none. */
    static int warningHeight(String warning) {
        return warning.isEmpty() ? 0 : WARNING;
    }

    /** Paints a line that warns, if there is one, at the end of a header of this height. */
    static void paintWarning(
            Surface surface, Theme theme, SlideSize size, String warning, int height) {
        if (!warning.isEmpty()) {
            surface.text(
                    warning,
                    size.left(),
                    height + WARNING * 0.75,
                    TextStyle.SMALL,
                    Surface.Align.LEFT,
                    theme.warning());
        }
    }
}
