package dev.overlap.paint;

import dev.overlap.trace.Statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * The two marks that a finished run is measured by: the longest task alone, which no run of the
 * list can beat, and one task after another. Both are derived from the trace, the second one says
 * so, and either is left out where it cannot be told. And the mark of what people thought before.
 */
final class MarkPainter {

    private static final double GAP = 6;

    /**
     * One of them.
     *
     * @param line on which its words stand, counted from 0
     */
    private record Mark(String words, long nanos, int line, Surface.Stroke stroke, int ink) {}

    private final Painting painting;

    MarkPainter(Painting painting) {
        this.painting = painting;
    }

    /** All lines first, so that none crosses the words of another. */
    void paint() {
        List<Mark> marks = new ArrayList<>();
        limits(marks);
        guesses(marks);
        marks.forEach(this::line);
        marks.forEach(this::words);
    }

    private void limits(List<Mark> marks) {
        Statistics whole = painting.frame().figures().whole();
        if (whole == null || whole.longestNanos() <= 0) {
            return;
        }
        Theme theme = painting.theme();
        marks.add(dashed(AloneWords.bound(), whole.longestNanos(), 0, theme.lowerBound()));
        if (whole.tasks() > 1 && whole.workNanos() > 0) {
            String words = AloneWords.oneByOne(whole.workNanos());
            marks.add(dashed(words, whole.workNanos(), 1, theme.oneByOne()));
        }
    }

    private static Mark dashed(String words, long nanos, int line, int ink) {
        return new Mark(words, nanos, line, Surface.Stroke.DASHED, ink);
    }

    /** What people thought; how far off it was is said as soon as the run is over. */
    private void guesses(List<Mark> marks) {
        Guessed guessed = painting.frame().guessed();
        int ink = painting.theme().guess();
        int line = 2;
        if (guessed.nanos() >= 0) {
            String words = GuessWords.of(guessed.nanos(), painting.frame().trace().wallNanos());
            marks.add(dashed(words, guessed.nanos(), line++, ink));
            handle(guessed.nanos());
        }
        if (guessed.nextNanos() >= 0) {
            String words = GuessWords.ofNext(guessed.nextNanos());
            marks.add(new Mark(words, guessed.nextNanos(), line, Surface.Stroke.DOTTED, ink));
            handle(guessed.nextNanos());
        }
    }

    private void handle(long guess) {
        new GuessPainter(painting.surface(), painting.theme(), painting.labels(), painting.scale())
                .handle(guess, painting.layout().axis().bottom());
    }

    private double x(long nanos) {
        return painting.scale().edge(nanos) + painting.scale().pixel() / 2;
    }

    private double middle(Mark mark) {
        double top = painting.layout().captions().top();
        return top + (mark.line + 0.5) * Layout.CAPTION_LINE;
    }

    private void line(Mark mark) {
        if (painting.scale().shows(mark.nanos)) {
            double x = x(mark.nanos);
            double top = painting.layout().rows().top();
            painting.surface().line(x, top, x, middle(mark) + 7, mark.stroke, mark.ink);
        }
    }

    /** What it means, on a line of its own. */
    private void words(Mark mark) {
        if (painting.scale().shows(mark.nanos)) {
            beside(mark.words, x(mark.nanos), middle(mark), mark.ink);
        } else if (mark.nanos > painting.scale().window().endNanos()) {
            double right = painting.layout().plotRight();
            caption(mark.words + " \u2192", right, middle(mark), mark.ink);
        }
    }

    /** To the left of a line, or to the right of it where that is the only room. */
    private void beside(String words, double x, double middle, int ink) {
        double width = painting.labels().width(words, TextStyle.SMALL);
        boolean left = x - GAP - width >= Layout.PAD;
        double farthest = painting.layout().width() - 2;
        caption(words, left ? x - GAP : Math.min(x + GAP + width, farthest), middle, ink);
    }

    /** On a piece of ground, so that no line crosses it. */
    private void caption(String words, double right, double middle, int ink) {
        TextStyle style = TextStyle.SMALL;
        double width = painting.labels().width(words, style);
        painting.surface()
                .fill(right - width - 2, middle - 8, width + 4, 16, painting.theme().ground());
        painting.text(words, right, middle, style, Surface.Align.RIGHT, ink);
    }
}
