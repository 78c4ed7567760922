package dev.overlap.export;

import de.siegmar.fastcsv.writer.CsvWriter;

import dev.overlap.plan.Site;
import dev.overlap.plan.Task;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table with a line a task, in RFC 4180's form: UTF-8, commas, CRLF.
 *
 * <p>Times are milliseconds with three decimals and a point, whatever the locale. {@code start_ms}
 * is when the task was first worked on, {@code end_ms} when it ended, both since time zero; {@code
 * duration_ms} is its whole life from time zero on, waits for its turn included, so that the
 * phases, summed over repeats, add up to it. The cell of a phase that never occurred is empty;
 * {@code 0.000} means that it occurred and took less than half a microsecond. Connection and status
 * are those of the last exchange. Tasks are counted from 1.
 *
 * <p>A text that a spreadsheet would run as a formula gets an apostrophe in front.
 */
final class Csv implements Format {

    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final double NANOS_PER_MILLI = 1e6;

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord(header());
        for (Task task : report.plan().tasks()) {
            csv.writeRecord(record(report, task));
        }
        csv.flush();
    }

    private static List<String> header() {
        List<String> names =
                new ArrayList<>(
                        List.of(
                                "task",
                                "site",
                                "kind",
                                "model",
                                "worker",
                                "outcome",
                                "status",
                                "bytes",
                                "start_ms",
                                "end_ms",
                                "duration_ms"));
        for (Phase phase : Phase.values()) {
            names.add(phase.name().toLowerCase(Locale.ROOT) + "_ms");
        }
        names.addAll(List.of("connection", "reused", "error"));
        return names;
    }

    private static List<String> record(Report report, Task task) {
        Trace trace = report.trace();
        TaskTrack track = trace.task(task.index());
        Outcome outcome = track.outcome();
        long until = outcome == null ? trace.horizonNanos() : track.endNanos();
        List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(task.index() + 1));
        cells.add(harmless(task.label()));
        cells.add(kind(task.site()));
        cells.add(harmless(report.plan().model()));
        cells.add(track.worker() < 0 ? "" : harmless(trace.worker(track.worker()).name()));
        reply(cells, track, outcome);
        cells.add(start(track));
        cells.add(outcome == null ? "" : millis(until));
        cells.add(millis(until - Math.max(0, track.beginNanos())));
        for (Phase phase : Phase.values()) {
            cells.add(track.entered(phase) ? millis(track.nanosIn(phase, until)) : "");
        }
        connection(cells, track);
        cells.add(outcome instanceof Outcome.Failed failed ? harmless(failed.sentence()) : "");
        return cells;
    }

    private static String kind(Site site) {
        return switch (site) {
            case Site.Fetch _ -> "fetch";
        };
    }

    private static void reply(List<String> cells, TaskTrack track, @Nullable Outcome outcome) {
        int status = 0;
        long bytes = 0;
        for (Exchange exchange : track.exchanges()) {
            status = exchange.status();
            bytes += exchange.bytes();
        }
        if (outcome instanceof Outcome.Answered answered) {
            status = answered.status();
            bytes = answered.bytes();
        }
        cells.add(outcome == null ? "running" : outcome.word());
        cells.add(status == 0 ? "" : Integer.toString(status));
        cells.add(Long.toString(bytes));
    }

    private static String start(TaskTrack track) {
        for (int segment = 0, n = track.segments(); segment < n; segment++) {
            if (track.phase(segment).isWork()) {
                return millis(track.begin(segment));
            }
        }
        return "";
    }

    private static void connection(List<String> cells, TaskTrack track) {
        List<Exchange> exchanges = track.exchanges();
        boolean none = exchanges.isEmpty() || exchanges.getLast().connection().isEmpty();
        cells.add(none ? "" : harmless(exchanges.getLast().connection()));
        cells.add(none ? "" : Boolean.toString(exchanges.getLast().reused()));
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.3f", nanos / NANOS_PER_MILLI);
    }

    /** A text of somebody else's that no spreadsheet takes for a formula. */
    static String harmless(String text) {
        boolean risky = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return risky ? "'" + text : text;
    }
}
