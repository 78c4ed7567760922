package dev.overlap.render.comparison;

import dev.overlap.render.GuessPainter;
import dev.overlap.render.PaintTarget;
import dev.overlap.render.Surface;
import dev.overlap.render.TextFitter;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeScale;
import dev.overlap.render.VerticalSpan;
import dev.overlap.text.GuessText;
import dev.overlap.text.PictureText;
import dev.overlap.trace.Phase;

import java.util.Map;
import java.util.Set;

/**
 * One part of a comparison, in two passes: its plot, and the words on it and beside it. The marks
 * through all parts are drawn between the two, over bars and under words.
 */
final class PanelPainter {

    private static final TextStyle QUIET_NUMBER = new TextStyle(13.5, false);
    private static final double NOTE_LINE = 15;
    private static final double SPREAD = 4;
    private static final double CAP = 8;
    private static final double GAP = 8;

    private final Surface surface;
    private final Theme theme;
    private final TextFitter textFitter;
    private final ComparisonLayout layout;
    private final TimeScale scale;
    private final PanelRowPainter rows;
    private final GuessPainter guesses;

    /**
     * Paints the parts of a picture.
     *
     * @param seen gets the phases that are wide enough to be seen
     */
    PanelPainter(
            Surface surface,
            Theme theme,
            TextFitter textFitter,
            ComparisonLayout layout,
            Set<Phase> seen) {
        this.surface = surface;
        this.theme = theme;
        this.textFitter = textFitter;
        this.layout = layout;
        this.scale = layout.scale();
        this.rows = new PanelRowPainter(surface, theme, scale, seen);
        this.guesses = new GuessPainter(surface, theme, textFitter, scale);
    }

    /** The first pass. */
    void plot(VariantPanel panel, VerticalSpan verticalSpan) {
        PanelLayout place = layout.place(panel, verticalSpan);
        if (panel.drawn() != null) {
            rows.paint(panel.drawn(), place);
        }
        if (panel.wallNanos() >= 0) {
            wall(panel, place);
        }
        if (panel.guessNanos() >= 0) {
            guesses.line(panel.guessNanos(), place.guessMiddle(), verticalSpan.bottom() - 4);
        }
    }

    /** The second pass. */
    void words(VariantPanel panel, VerticalSpan verticalSpan) {
        if (panel.drawn() == null) {
            absence(verticalSpan);
        }
        PanelLayout place = layout.place(panel, verticalSpan);
        guess(panel, place);
        gutter(panel, place);
        numbers(panel, verticalSpan);
    }

    /** Says why there is nothing to draw. */
    private void absence(VerticalSpan verticalSpan) {
        boolean over = layout.parts().shown().comparison().finished();
        String words = over ? "was not run" : PictureText.WAITS_FOR_ITS_TURN;
        double width = textFitter.width(words, TextStyle.LABEL);
        double x = scale.left() + GAP;
        surface.fill(x - 2, verticalSpan.middle() - 8, width + 4, 16, theme.ground());
        text(
                words,
                x,
                verticalSpan.middle(),
                TextStyle.LABEL,
                Surface.Align.LEFT,
                theme.quietText());
    }

    private void wall(VariantPanel panel, PanelLayout place) {
        VerticalSpan line = PanelRowPainter.wallLine(place);
        surface.fill(scale.edge(panel.wallNanos()), line.top(), 2, line.height(), theme.text());
        if (panel.result().samples().size() > 1) {
            spread(panel, place.spreadMiddle());
        }
    }

    /** From the shortest run to the longest one, with the median standing out. */
    private void spread(VariantPanel panel, double middle) {
        double left = scale.edge(panel.result().leastNanos());
        double right = Math.max(left, scale.edge(panel.result().mostNanos())) + 2;
        surface.fill(left, middle - SPREAD / 2, right - left, SPREAD, theme.spread());
        surface.fill(left, middle - CAP / 2, scale.pixel(), CAP, theme.spread());
        surface.fill(right - scale.pixel(), middle - CAP / 2, scale.pixel(), CAP, theme.spread());
        double median = scale.edge(panel.wallNanos());
        surface.fill(median, middle - CAP / 2, 2, CAP, theme.text());
    }

    private void guess(VariantPanel panel, PanelLayout place) {
        long guess = panel.guessNanos();
        if (guess >= 0) {
            String words = GuessText.of(guess, panel.wallNanos());
            double right = layout.columns().left() - 2;
            guesses.words(words, guess, place.guessMiddle(), scale.left() + 4, right);
        }
    }

    private void gutter(VariantPanel panel, PanelLayout place) {
        double room = scale.left() - PaintTarget.PAD - GAP;
        int runs = layout.parts().shown().comparison().plan().runs();
        var lines = PanelLabelText.of(panel, place, runs, room, textFitter);
        double top = place.span().middle() - PanelLabelText.heightOf(lines) / 2;
        for (PanelLabelText.LabelLine labelLine : lines) {
            boolean name = labelLine.style().equals(PanelLabelText.NAME);
            int ink = name ? theme.text() : labelLine.loud() ? theme.warning() : theme.quietText();
            double middle = top + labelLine.height() / 2;
            text(
                    labelLine.text(),
                    PaintTarget.PAD,
                    middle,
                    labelLine.style(),
                    Surface.Align.LEFT,
                    ink);
            top += labelLine.height();
        }
    }

    private void numbers(VariantPanel panel, VerticalSpan verticalSpan) {
        for (Map.Entry<NumberColumn, Double> column : layout.columns().rights().entrySet()) {
            NumberColumn.Cell cell = column.getKey().cell(panel, layout.parts());
            double right = column.getValue();
            double shift = cell.note().isEmpty() ? 0 : NOTE_LINE / 2;
            number(column.getKey(), cell, right, verticalSpan.middle() - shift);
            double below = verticalSpan.middle() + NOTE_LINE / 2 + 2;
            int ink = theme.quietText();
            text(cell.note(), right, below, NumberColumns.NOTE, Surface.Align.RIGHT, ink);
        }
    }

    private void number(NumberColumn column, NumberColumn.Cell cell, double right, double middle) {
        boolean failed = column == NumberColumn.FAILED && cell.says();
        int ink = failed ? theme.failure() : cell.says() ? theme.text() : theme.quietText();
        TextStyle style = column.isMain() || failed ? NumberColumns.NUMBER : QUIET_NUMBER;
        text(cell.text(), right, middle, style, Surface.Align.RIGHT, ink);
    }

    private void text(
            String text, double x, double middle, TextStyle style, Surface.Align align, int ink) {
        if (!text.isEmpty()) {
            surface.text(text, x, middle + style.baselineFromMiddle(), style, align, ink);
        }
    }
}
