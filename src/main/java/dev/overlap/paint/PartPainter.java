package dev.overlap.paint;

import dev.overlap.trace.Phase;

import java.util.Map;
import java.util.Set;

/**
 * One part of a comparison, in two passes: its plot, and the words on it and beside it. The marks
 * through all parts are drawn between the two, over bars and under words.
 */
final class PartPainter {

    private static final TextStyle QUIET_NUMBER = new TextStyle(13.5, false);
    private static final double NOTE_LINE = 15;
    private static final double SPREAD = 4;
    private static final double CAP = 8;
    private static final double GAP = 8;

    private final Surface surface;
    private final Theme theme;
    private final Labels labels;
    private final MultiplesLayout layout;
    private final TimeScale scale;
    private final PartRows rows;
    private final GuessPainter guesses;

    /**
     * Paints the parts of a picture.
     *
     * @param seen gets the phases that are wide enough to be seen
     */
    PartPainter(
            Surface surface, Theme theme, Labels labels, MultiplesLayout layout, Set<Phase> seen) {
        this.surface = surface;
        this.theme = theme;
        this.labels = labels;
        this.layout = layout;
        this.scale = layout.scale();
        this.rows = new PartRows(surface, theme, scale, seen);
        this.guesses = new GuessPainter(surface, theme, labels, scale);
    }

    /** The first pass. */
    void plot(Part part, Band band) {
        PartPlace place = layout.place(part, band);
        if (part.drawn() != null) {
            rows.paint(part.drawn(), place);
        }
        if (part.wallNanos() >= 0) {
            wall(part, place);
        }
        if (part.guessNanos() >= 0) {
            guesses.line(part.guessNanos(), place.guessMiddle(), band.bottom() - 4);
        }
    }

    /** The second pass. */
    void words(Part part, Band band) {
        if (part.drawn() == null) {
            absence(band);
        }
        PartPlace place = layout.place(part, band);
        guess(part, place);
        gutter(part, place);
        numbers(part, band);
    }

    /** Says why there is nothing to draw. */
    private void absence(Band band) {
        boolean over = layout.parts().shown().comparison().finished();
        String words = over ? "was not run" : "waits for its turn";
        double width = labels.width(words, TextStyle.LABEL);
        double x = scale.left() + GAP;
        surface.fill(x - 2, band.middle() - 8, width + 4, 16, theme.ground());
        text(words, x, band.middle(), TextStyle.LABEL, Surface.Align.LEFT, theme.quietText());
    }

    private void wall(Part part, PartPlace place) {
        Band line = PartRows.wallLine(place);
        surface.fill(scale.edge(part.wallNanos()), line.top(), 2, line.height(), theme.text());
        if (part.entry().samples().size() > 1) {
            spread(part, place.spreadMiddle());
        }
    }

    /** From the shortest run to the longest one, with the median standing out. */
    private void spread(Part part, double middle) {
        double left = scale.edge(part.entry().leastNanos());
        double right = Math.max(left, scale.edge(part.entry().mostNanos())) + 2;
        surface.fill(left, middle - SPREAD / 2, right - left, SPREAD, theme.spread());
        surface.fill(left, middle - CAP / 2, scale.pixel(), CAP, theme.spread());
        surface.fill(right - scale.pixel(), middle - CAP / 2, scale.pixel(), CAP, theme.spread());
        double median = scale.edge(part.wallNanos());
        surface.fill(median, middle - CAP / 2, 2, CAP, theme.text());
    }

    private void guess(Part part, PartPlace place) {
        long guess = part.guessNanos();
        if (guess >= 0) {
            String words = GuessWords.of(guess, part.wallNanos());
            double right = layout.columns().left() - 2;
            guesses.words(words, guess, place.guessMiddle(), scale.left() + 4, right);
        }
    }

    private void gutter(Part part, PartPlace place) {
        double room = scale.left() - Layout.PAD - GAP;
        int runs = layout.parts().shown().comparison().programme().runs();
        var lines = GutterWords.of(part, place, runs, room, labels);
        double top = place.band().middle() - GutterWords.heightOf(lines) / 2;
        for (GutterWords.Line line : lines) {
            boolean name = line.style().equals(GutterWords.NAME);
            int ink = name ? theme.text() : line.loud() ? theme.warning() : theme.quietText();
            double middle = top + line.height() / 2;
            text(line.text(), Layout.PAD, middle, line.style(), Surface.Align.LEFT, ink);
            top += line.height();
        }
    }

    private void numbers(Part part, Band band) {
        for (Map.Entry<Column, Double> column : layout.columns().rights().entrySet()) {
            Column.Cell cell = column.getKey().cell(part, layout.parts());
            double right = column.getValue();
            double shift = cell.note().isEmpty() ? 0 : NOTE_LINE / 2;
            number(column.getKey(), cell, right, band.middle() - shift);
            double below = band.middle() + NOTE_LINE / 2 + 2;
            int ink = theme.quietText();
            text(cell.note(), right, below, Columns.NOTE, Surface.Align.RIGHT, ink);
        }
    }

    private void number(Column column, Column.Cell cell, double right, double middle) {
        boolean failed = column == Column.FAILED && cell.says();
        int ink = failed ? theme.failure() : cell.says() ? theme.text() : theme.quietText();
        TextStyle style = column.isMain() || failed ? Columns.NUMBER : QUIET_NUMBER;
        text(cell.text(), right, middle, style, Surface.Align.RIGHT, ink);
    }

    private void text(
            String text, double x, double middle, TextStyle style, Surface.Align align, int ink) {
        if (!text.isEmpty()) {
            surface.text(text, x, middle + style.baselineFromMiddle(), style, align, ink);
        }
    }
}
