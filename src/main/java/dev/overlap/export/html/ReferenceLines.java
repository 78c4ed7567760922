package dev.overlap.export.html;

import dev.overlap.render.timeline.TraceMetrics;
import dev.overlap.text.UncontendedTimeText;
import dev.overlap.text.comparison.GuessText;
import dev.overlap.trace.Trace;
import dev.overlap.trace.metrics.LowerBound;
import dev.overlap.trace.metrics.Statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The reference lines of a run, as its chart draws them. */
record ReferenceLines(Trace trace, TraceMetrics metrics, long guessNanos) {

    /**
     * A line.
     *
     * @param ink the name of a colour of {@link ThemeData}
     */
    record ReferenceLine(String words, long nanos, String ink) {

        /** Returns the lines as JSON objects. */
        static List<Map<String, Object>> objects(List<ReferenceLine> lines) {
            return lines.stream()
                    .map(
                            it ->
                                    Map.<String, Object>of(
                                            "words", it.words, "nanos", it.nanos, "ink", it.ink))
                    .toList();
        }
    }

    List<ReferenceLine> list() {
        List<ReferenceLine> lines = new ArrayList<>();
        Statistics whole = metrics.whole();
        if (whole != null && whole.lowerBound().isKnown()) {
            LowerBound bound = whole.lowerBound();
            lines.add(
                    new ReferenceLine(
                            UncontendedTimeText.boundOnChart(bound), bound.nanos(), "lowerBound"));
            if (whole.tasks() > 1 && whole.workNanos() > 0) {
                String words = UncontendedTimeText.oneByOne(whole.workNanos());
                lines.add(new ReferenceLine(words, whole.workNanos(), "oneByOne"));
            }
        }
        if (guessNanos > 0) {
            String words = GuessText.of(guessNanos, trace.wallNanos());
            lines.add(new ReferenceLine(words, guessNanos, "guess"));
        }
        return lines;
    }
}
