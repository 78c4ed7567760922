package dev.overlap.render.comparison;

import dev.overlap.render.GuessPainter;
import dev.overlap.render.PaintTarget;
import dev.overlap.render.Surface;
import dev.overlap.render.TextFitter;
import dev.overlap.render.TextStyle;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeScale;
import dev.overlap.render.VerticalSpan;
import dev.overlap.text.PictureText;
import dev.overlap.text.comparison.GuessText;
import dev.overlap.trace.Phase;

import java.util.Map;
import java.util.Set;

/**
 * Paints one panel of a comparison in two passes: its plot, then its texts. The reference lines
 * through all panels are painted between the two, above bars and below texts.
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
     * Creates a painter.
     *
     * @param visiblePhases receives the phases wide enough to be visible
     */
    PanelPainter(
            Surface surface,
            Theme theme,
            TextFitter textFitter,
            ComparisonLayout layout,
            Set<Phase> visiblePhases) {
        this.surface = surface;
        this.theme = theme;
        this.textFitter = textFitter;
        this.layout = layout;
        this.scale = layout.scale();
        this.rows = new PanelRowPainter(surface, theme, scale, visiblePhases);
        this.guesses = new GuessPainter(surface, theme, textFitter, scale);
    }

    /** Paints the first pass, the plot. */
    void plot(VariantPanel panel, VerticalSpan verticalSpan) {
        PanelLayout place = layout.place(panel, verticalSpan);
        if (panel.drawn() != null) {
            rows.paint(panel.drawn(), place, panel.leftOutNanos());
        }
        if (panel.wallNanos() >= 0) {
            wall(panel, place);
        }
        if (panel.guessNanos() >= 0) {
            guesses.line(panel.guessNanos(), place.guessMiddle(), verticalSpan.bottom() - 4);
        }
    }

    /** Paints the second pass, the texts. */
    void texts(VariantPanel panel, VerticalSpan verticalSpan) {
        if (panel.drawn() == null) {
            placeholder(verticalSpan);
        }
        PanelLayout place = layout.place(panel, verticalSpan);
        guess(panel, place);
        gutter(panel, place);
        numbers(panel, verticalSpan);
    }

    /** Explains why there is nothing to draw. */
    private void placeholder(VerticalSpan verticalSpan) {
        boolean over = layout.parts().shown().comparison().finished();
        String texts = over ? "was not run" : PictureText.WAITS_FOR_ITS_TURN;
        double width = textFitter.width(texts, TextStyle.LABEL);
        double x = scale.left() + GAP;
        surface.fill(x - 2, verticalSpan.middle() - 8, width + 4, 16, theme.ground());
        text(
                texts,
                x,
                verticalSpan.middle(),
                TextStyle.LABEL,
                Surface.Align.LEFT,
                theme.quietText());
    }

    private void wall(VariantPanel panel, PanelLayout place) {
        VerticalSpan line = PanelRowPainter.wallLine(place);
        if (scale.shows(panel.wallNanos())) {
            surface.fill(scale.edge(panel.wallNanos()), line.top(), 2, line.height(), theme.text());
        }
        if (panel.result().samples().size() > 1) {
            spread(panel, place.spreadMiddle());
        }
    }

    /** The range from the shortest run to the longest, with the median highlighted. */
    private void spread(VariantPanel panel, double middle) {
        long min = panel.result().minNanos();
        long max = panel.result().maxNanos();
        double left = Math.max(scale.left(), scale.edge(min));
        double right = Math.min(scale.right(), Math.max(scale.edge(min), scale.edge(max)) + 2);
        if (right > left) {
            surface.fill(left, middle - SPREAD / 2, right - left, SPREAD, theme.spread());
        }
        cap(min, left, middle);
        cap(max, right - scale.pixel(), middle);
        if (scale.shows(panel.wallNanos())) {
            double median = scale.edge(panel.wallNanos());
            surface.fill(median, middle - CAP / 2, 2, CAP, theme.text());
        }
    }

    /** The end of a range, if it is in sight. */
    private void cap(long nanos, double x, double middle) {
        if (scale.shows(nanos)) {
            surface.fill(x, middle - CAP / 2, scale.pixel(), CAP, theme.spread());
        }
    }

    private void guess(VariantPanel panel, PanelLayout place) {
        long guess = panel.guessNanos();
        if (guess >= scale.range().beginNanos()) {
            String texts = GuessText.of(guess, panel.wallNanos());
            double right = layout.columns().left() - 2;
            guesses.label(texts, guess, place.guessMiddle(), scale.left() + 4, right);
        }
    }

    private void gutter(VariantPanel panel, PanelLayout place) {
        double available = scale.left() - PaintTarget.PAD - GAP;
        int runs = layout.parts().shown().comparison().plan().runs();
        var lines = PanelLabelText.of(panel, place, runs, available, textFitter);
        double top = place.span().middle() - PanelLabelText.heightOf(lines) / 2;
        for (PanelLabelText.LabelLine labelLine : lines) {
            boolean name = labelLine.style().equals(PanelLabelText.NAME);
            int ink =
                    name
                            ? theme.text()
                            : labelLine.highlighted() ? theme.warning() : theme.quietText();
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
        boolean failed = column == NumberColumn.FAILED && cell.hasValue();
        int ink = failed ? theme.failure() : cell.hasValue() ? theme.text() : theme.quietText();
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
