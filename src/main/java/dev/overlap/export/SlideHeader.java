package dev.overlap.export;

import dev.overlap.render.Surface;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.text.run.RunTitleText;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The head of every exported image: title, settings, and the name of the program. */
final class SlideHeader {

    /** The width of the image. */
    static final int WIDTH = 1280;

    /** The margin around its contents. */
    static final int PAD = 28;

    static final double LEFT = PAD + 12;
    static final double RIGHT = WIDTH - PAD - 12;
    static final String SEPARATOR = RunTitleText.SEPARATOR;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);
    private static final TextStyle TITLE = new TextStyle(24, true);
    private static final TextStyle LINE = new TextStyle(13, false);

    private SlideHeader() {}

    static void paint(Surface surface, Theme theme, String title, String settings) {
        surface.text(title, LEFT, 46, TITLE, Surface.Align.LEFT, theme.text());
        surface.text(settings, LEFT, 72, LINE, Surface.Align.LEFT, theme.quietText());
        surface.text("Overlap", RIGHT, 44, LINE, Surface.Align.RIGHT, theme.quietText());
    }

    /** Joins the parts of the line of settings. */
    static String settings(String... parts) {
        return String.join(SEPARATOR, parts);
    }

    /** The start of a run in the local time zone. */
    static String date(Instant begun) {
        return DATE.format(begun.atZone(ZoneId.systemDefault()));
    }
}
