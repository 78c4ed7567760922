package dev.overlap.paint;

import dev.overlap.trace.Statistics;

/**
 * The two marks that a finished run is measured by: the longest task alone, which nothing can beat,
 * and one task after another. Both are derived from the trace, and the second one says so. And the
 * mark of what people thought before.
 */
final class MarkPainter {

    private static final double GAP = 6;
    private static final String LONGEST = "longest task, alone: nothing can finish sooner";

    private final Painting painting;

    MarkPainter(Painting painting) {
        this.painting = painting;
    }

    void paint() {
        guesses();
        Statistics whole = painting.frame().figures().whole();
        if (whole == null || whole.tasks() == 0 || whole.workNanos() == 0) {
            return;
        }
        Theme theme = painting.theme();
        mark(LONGEST, whole.longestNanos(), 0, theme.lowerBound());
        if (whole.tasks() > 1) {
            mark(oneByOne(whole), whole.workNanos(), 1, theme.oneByOne());
        }
    }

    /** What people thought; how far off it was is said as soon as the run is over. */
    private void guesses() {
        Guessed guessed = painting.frame().guessed();
        int line = 2;
        if (guessed.nanos() >= 0) {
            long wall = painting.frame().trace().wallNanos();
            guess(GuessWords.of(guessed.nanos(), wall), guessed.nanos(), line++);
        }
        if (guessed.nextNanos() >= 0) {
            guess(GuessWords.ofNext(guessed.nextNanos()), guessed.nextNanos(), line);
        }
    }

    private void guess(String words, long guess, int line) {
        mark(words, guess, line, painting.theme().guess());
        new GuessPainter(painting.surface(), painting.theme(), painting.labels(), painting.scale())
                .handle(guess, painting.layout().axis().bottom());
    }

    private static String oneByOne(Statistics whole) {
        String sum = Durations.text(whole.workNanos());
        return "one after another: \u2248 " + sum + " (derived from the sum of work)";
    }

    /** Draws a line and, on a line of its own, what it means. */
    private void mark(String words, long nanos, int captionLine, int ink) {
        Band captions = painting.layout().captions();
        double middle = captions.top() + (captionLine + 0.5) * Layout.CAPTION_LINE;
        if (painting.scale().shows(nanos)) {
            double x = painting.scale().edge(nanos) + painting.scale().pixel() / 2;
            double top = painting.layout().rows().top();
            painting.surface().line(x, top, x, middle + 7, Surface.Stroke.DASHED, ink);
            beside(words, x, middle, ink);
        } else if (nanos > painting.scale().window().endNanos()) {
            double right = painting.layout().plotRight();
            caption(words + " \u2192", right, middle, ink);
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
