package dev.overlap.export.html;

import dev.overlap.render.GuessAxisRange;
import dev.overlap.render.timeline.ChartFrame;
import dev.overlap.render.timeline.GuessMarks;
import dev.overlap.render.timeline.TraceMetrics;
import dev.overlap.text.CollectText;
import dev.overlap.text.DisplayNames;
import dev.overlap.text.PageText;
import dev.overlap.text.WaitExplanation;
import dev.overlap.trace.CollectRule;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/**
 * A run as the data of a page; {@code assets/html/trace.js} reads it. Times are nanoseconds where
 * they are JSON numbers. Those in long texts of numbers are in microseconds for a large run, and
 * nanoseconds otherwise.
 */
final class RunData {

    /** Up to so many numbers of nanoseconds do not make the file large. */
    private static final int MAX_EXACT = 12_000;

    private static final int MICRO = 1_000;
    private static final int MAX_CURVE_STEPS = 20_000;

    private final String title;
    private final Trace trace;
    private final TraceMetrics metrics;
    private final long guessNanos;
    private final SizeLimits limits;
    private final TaskRows rows;
    private final long horizon;
    private final Map<String, Object> data = new LinkedHashMap<>();

    private RunData(String title, Trace trace, long guessNanos, SizeLimits limits) {
        this.title = title;
        this.trace = trace;
        this.metrics = ChartFrame.of(trace).metrics();
        this.guessNanos = guessNanos;
        this.limits = limits;
        this.rows = TaskRows.of(trace, limits.maxTasks(), limits.maxBands(), limits.maxSegments());
        this.horizon = metrics.horizonNanos();
    }

    /**
     * Returns the data of a run.
     *
     * @param title the name of its model, or of its number of workers
     * @param guessNanos or {@link GuessMarks#NO_GUESS}
     */
    static Map<String, Object> of(String title, Trace trace, long guessNanos, SizeLimits limits) {
        return new RunData(title, trace, guessNanos, limits).build();
    }

    private Map<String, Object> build() {
        WorkerRows workers = WorkerRows.of(trace, rows, limits);
        long numbers = rows.rows().stream().mapToLong(it -> it.segments().size()).sum();
        int unit = numbers + workers.slices() <= MAX_EXACT ? 1 : MICRO;
        LongUnaryOperator units = nanos -> nanos / unit;
        data.put("title", title);
        data.put("alternative", PageText.alternative(title, trace));
        data.put("finished", trace.isFinished());
        data.put("horizon", horizon);
        data.put("reach", reach());
        data.put("unit", unit);
        data.put("numbered", !trace.resources().isEmpty());
        data.put("guess", guessNanos > 0);
        data.put("words", Map.of(Phase.BLOCKED.id(), metrics.waitsForResource()));
        List<ReferenceLines.ReferenceLine> lines =
                new ReferenceLines(trace, metrics, guessNanos).list();
        data.put("lines", ReferenceLines.ReferenceLine.objects(lines));
        putTasks(units);
        data.put("workers", workers.list(units));
        data.put("moreWorkers", workers.leftOut());
        data.put("curve", curve(units));
        putCollected();
        return data;
    }

    /** When the program had each result in hand; tasks that are merged into bands have none. */
    private void putCollected() {
        if (trace.collects() == CollectRule.AT_END || rows.areBands()) {
            return;
        }
        data.put("collects", trace.collects().name().toLowerCase(Locale.ROOT));
        data.put("collected", trace.tasks().stream().map(TaskTrack::collectedNanos).toList());
        data.put(
                "collectWords",
                Map.of(
                        "program",
                        CollectText.PROGRAM,
                        "notYet",
                        CollectText.NOT_YET,
                        "notYetMeaning",
                        CollectText.NOT_YET_MEANING));
    }

    /** The end of the axis, without the room for text. */
    private long reach() {
        return trace.isFinished()
                ? GuessAxisRange.of(trace.wallNanos(), guessNanos)
                : Math.max(horizon, guessNanos);
    }

    private void putTasks(LongUnaryOperator units) {
        OutcomeWriter outcomes = new OutcomeWriter(units);
        NumberWriter out = new NumberWriter();
        for (int row = 0; row < rows.rows().size(); row++) {
            rows.rows().get(row).write(out, units);
            if (rows.areBands()) {
                outcomes.writeMerged(out);
            } else {
                outcomes.write(trace.task(row), out);
            }
        }
        data.put("tasks", out.toString());
        data.put("failures", outcomes.failures());
        data.put("mergedWords", PageText.merged(rows.tasks(), rows.rows().size(), rows.columns()));
        if (rows.areBands()) {
            data.put("merged", rows.firsts());
            data.put("explanations", List.of());
        } else {
            data.put("names", trace.tasks().stream().map(DisplayNames::whole).toList());
            data.put("explanations", explanations());
        }
    }

    /** The waits of the first tasks in words, as far as they do not make the file large. */
    private List<List<String>> explanations() {
        List<List<String>> all = new ArrayList<>();
        int left = limits.maxExplained();
        for (int task = 0; task < trace.tasks().size() && left > 0; task++) {
            List<String> sentences = WaitExplanation.of(trace, task, horizon);
            left -= sentences.stream().mapToInt(String::length).sum();
            all.add(sentences);
        }
        if (all.size() < trace.tasks().size()) {
            data.put("explained", PageText.explained(all.size()));
        }
        return all;
    }

    private String curve(LongUnaryOperator units) {
        long[] nanos = metrics.inFlight().nanos();
        int[] level = metrics.inFlight().level();
        long cell =
                nanos.length <= MAX_CURVE_STEPS ? 1 : Math.max(1, horizon / MAX_CURVE_STEPS * 4);
        NumberWriter out = new NumberWriter();
        long before = 0;
        for (int i = 0; i < nanos.length; ) {
            int end = i + 1;
            int peak = i;
            while (end < nanos.length && cell > 1 && nanos[end] / cell == nanos[i] / cell) {
                peak = level[end] > level[peak] ? end : peak;
                end++;
            }
            before = step(out, units, before, nanos[peak], level[peak]);
            if (peak != end - 1) {
                before = step(out, units, before, nanos[end - 1], level[end - 1]);
            }
            i = end;
        }
        return out.toString();
    }

    private static long step(
            NumberWriter out, LongUnaryOperator units, long before, long nanos, int level) {
        long at = units.applyAsLong(nanos);
        out.add(at - before).add(level);
        return at;
    }
}
