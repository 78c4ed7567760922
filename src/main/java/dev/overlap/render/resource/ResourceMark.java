package dev.overlap.render.resource;

import dev.overlap.render.CollectedPainter;
import dev.overlap.render.Surface;
import dev.overlap.render.Theme;
import dev.overlap.text.CollectText;
import dev.overlap.text.PictureText;
import dev.overlap.text.glossary.MarkMeaning;

/** What rows show besides phases, each with its own form: for rows and legends. */
public enum ResourceMark {
    HELD(PictureText.HELD, MarkMeaning.HELD) {
        @Override
        public void paint(Surface surface, Theme theme, double x, double middle, double size) {
            surface.fill(x, middle - size / 2, size, size, theme.busy());
        }
    },
    ITEMS(PictureText.ITEMS, MarkMeaning.ITEMS) {
        @Override
        public void paint(Surface surface, Theme theme, double x, double middle, double size) {
            surface.fill(x, middle - size / 2, size, size, theme.accentArea());
            surface.fill(x, middle - size / 2, size, 1, theme.accent());
        }
    },
    READ(PictureText.READ, MarkMeaning.READ) {
        @Override
        public void paint(Surface surface, Theme theme, double x, double middle, double size) {
            access(surface, x + size / 2, middle, false, theme.text(), theme.ground());
        }
    },
    WRITE(PictureText.WRITE, MarkMeaning.WRITE) {
        @Override
        public void paint(Surface surface, Theme theme, double x, double middle, double size) {
            access(surface, x + size / 2, middle, true, theme.text(), theme.ground());
        }
    },
    LOST(PictureText.LOST_UPDATE, MarkMeaning.LOST) {
        @Override
        public void paint(Surface surface, Theme theme, double x, double middle, double size) {
            ArrowPainter.paint(surface, x, middle, x + size, middle, theme.failure());
        }
    },
    /** In rows of tasks: done, and the program waits for another one first. */
    NOT_COLLECTED(CollectText.NOT_YET, CollectText.NOT_YET_MEANING) {
        @Override
        public void paint(Surface surface, Theme theme, double x, double middle, double size) {
            CollectedPainter.swatch(surface, theme, x, middle, size);
        }
    };

    private static final double HALF = 3;

    private final String words;
    private final String meaning;

    ResourceMark(String words, String meaning) {
        this.words = words;
        this.meaning = meaning;
    }

    /** Returns what it means, in at most two sentences. */
    public String meaning() {
        return meaning;
    }

    /** Returns the name in a legend. */
    public String words() {
        return words;
    }

    /** Paints the mark as in a legend, with its left edge at x. */
    public abstract void paint(Surface surface, Theme theme, double x, double middle, double size);

    /** Paints a read as an empty square, or a write as a filled one. */
    static void access(Surface surface, double x, double y, boolean isWrite, int ink, int ground) {
        surface.fill(x - HALF, y - HALF, 2 * HALF, 2 * HALF, isWrite ? ink : ground);
        if (!isWrite) {
            surface.outline(x - HALF, y - HALF, 2 * HALF, 2 * HALF, ink);
        }
    }
}
