package dev.overlap.render.comparison;

import dev.overlap.comparison.VariantResult;
import dev.overlap.render.PaintTarget;
import dev.overlap.render.TextFitter;
import dev.overlap.render.TextStyle;
import dev.overlap.render.TextWrapper;
import dev.overlap.render.Theme;
import dev.overlap.render.TimeScale;
import dev.overlap.text.DurationFormat;
import dev.overlap.text.PictureText;
import dev.overlap.text.UncontendedTimeText;
import dev.overlap.trace.metrics.LowerBound;
import dev.overlap.trace.metrics.UncontendedTimes;

import java.util.ArrayList;
import java.util.List;

/**
 * The footer of a comparison: the captions of the two reference lines, and the conclusion.
 *
 * @param marks the visible reference lines
 * @param sentence the conclusion, wrapped into lines
 * @param captionLines the number of lines the captions take
 */
record ComparisonFooter(List<FooterMark> marks, List<String> sentence, int captionLines) {

    static final TextStyle SENTENCE = new TextStyle(14.5, false);
    static final double CAPTION_LINE = 18;
    static final double SENTENCE_LINE = 21;

    private static final double GAP = 5;
    private static final double SENTENCE_GAP = 8;
    private static final int MAX_LINES = 4;

    /** The kind of a reference line, which determines its colour. */
    enum MarkKind {
        LOWER_BOUND,
        ONE_BY_ONE
    }

    /**
     * A reference line through all panels, and its caption.
     *
     * @param x of the line; beyond the right edge of the plot if only an arrow points to it, to
     *     whichever side
     * @param left edge of the caption
     * @param right edge of the caption
     */
    record FooterMark(MarkKind kind, String words, double x, double left, double right) {

        private static final double OUT_OF_SIGHT = Double.POSITIVE_INFINITY;

        int ink(Theme theme) {
            return switch (kind) {
                case LOWER_BOUND -> theme.lowerBound();
                case ONE_BY_ONE -> theme.oneByOne();
            };
        }
    }

    static ComparisonFooter of(
            VariantPanels variantPanels, TimeScale scale, double width, TextFitter textFitter) {
        List<FooterMark> marks = marks(variantPanels, scale, textFitter);
        boolean touch = marks.size() == 2 && touch(marks.getFirst(), marks.getLast());
        double available = width - 2 * PaintTarget.PAD;
        return new ComparisonFooter(
                marks,
                TextWrapper.lines(
                        variantPanels.shown().sentence(),
                        SENTENCE,
                        available,
                        MAX_LINES,
                        textFitter),
                marks.isEmpty() ? 0 : touch ? 2 : 1);
    }

    private static boolean touch(FooterMark one, FooterMark other) {
        return one.left < other.right + GAP && other.left < one.right + GAP;
    }

    private static List<FooterMark> marks(
            VariantPanels variantPanels, TimeScale scale, TextFitter textFitter) {
        List<FooterMark> marks = new ArrayList<>();
        UncontendedTimes basis = variantPanels.basis();
        LowerBound bound = basis == null ? LowerBound.UNKNOWN : basis.lowerBound();
        if (bound.isKnown()) {
            String words = UncontendedTimeText.bound(bound);
            marks.add(mark(MarkKind.LOWER_BOUND, words, bound.nanos(), scale, textFitter));
        }
        VariantResult measured = variantPanels.shown().comparison().oneByOne();
        if (measured != null && measured.medianNanos() > 0) {
            long wall = measured.medianNanos();
            String words = PictureText.SEQUENTIAL_MEASURED.formatted(DurationFormat.text(wall));
            marks.add(mark(MarkKind.ONE_BY_ONE, words, wall, scale, textFitter));
        } else if (basis != null && basis.sumNanos() > 0 && variantPanels.maxTasks() > 1) {
            long sum = basis.sumNanos();
            marks.add(
                    mark(
                            MarkKind.ONE_BY_ONE,
                            UncontendedTimeText.oneByOne(sum),
                            sum,
                            scale,
                            textFitter));
        }
        return marks;
    }

    private static FooterMark mark(
            MarkKind markKind, String words, long at, TimeScale scale, TextFitter textFitter) {
        if (at < scale.range().beginNanos()) {
            return before(markKind, "\u2190 " + words, scale, textFitter);
        }
        boolean beyond = at > scale.range().endNanos();
        String caption = beyond ? words + " \u2192" : words;
        double x = beyond ? scale.right() + 1 : scale.edge(at);
        double width = textFitter.width(caption, TextStyle.SMALL);
        boolean captionAtLeft = beyond || x > (scale.left() + scale.right()) / 2;
        double left = captionAtLeft ? x - GAP - width : x + GAP;
        return new FooterMark(markKind, caption, x, left, left + width);
    }

    /** A line to the left of what is in sight. */
    private static FooterMark before(
            MarkKind markKind, String caption, TimeScale scale, TextFitter textFitter) {
        double left = scale.left() + GAP;
        double right = left + textFitter.width(caption, TextStyle.SMALL);
        return new FooterMark(markKind, caption, FooterMark.OUT_OF_SIGHT, left, right);
    }

    double captionsHeight() {
        return captionLines == 0 ? 0 : captionLines * CAPTION_LINE + 6;
    }

    double height() {
        double caption = sentence.size() * SENTENCE_LINE;
        return captionsHeight() + (sentence.isEmpty() ? 0 : caption + SENTENCE_GAP) + 8;
    }
}
