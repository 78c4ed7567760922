package dev.overlap.export;

import de.siegmar.fastcsv.writer.CsvWriter;

import dev.overlap.plan.Plan;
import dev.overlap.plan.Task;
import dev.overlap.report.ComparisonReport;
import dev.overlap.report.ReportFormat;
import dev.overlap.report.RunReport;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TaskTrack;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a run as a table with one row per task, according to RFC 4180: UTF-8, commas, CRLF.
 *
 * <p>Times are milliseconds with three decimals and a decimal point, independent of the locale.
 * {@code start_ms} is when work on the task began, {@code end_ms} when it ended, both since time
 * zero; {@code duration_ms} is its whole life from time zero on, including waits for its turn, so
 * that the phases, summed over repetitions, add up to it. The cell of a phase that never occurred
 * is empty; {@code 0.000} means that it took less than half a microsecond. {@code cpu_ms} is the
 * CPU time of computations, empty for other tasks and if the platform does not report it.
 * Connection and status are those of the last exchange. Tasks are counted from 1. {@code site} is
 * the first step of a task, {@code steps} what follows it after the first arrow, empty for one
 * step. {@code collected_ms} is when the program had the result in hand, since time zero; empty if
 * it never had.
 *
 * <p>A text that a spreadsheet would evaluate as a formula is prefixed with an apostrophe.
 */
final class Csv implements ReportFormat {

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public String label() {
        return "CSV table";
    }

    @Override
    public boolean isPicture() {
        return false;
    }

    @Override
    public void write(ComparisonReport report, OutputStream out) throws IOException {
        ComparisonCsv.write(report, out);
    }

    @Override
    public void write(RunReport report, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord(header());
        Plan plan = report.plan();
        for (TaskTrack track : report.trace().tasks()) {
            Task task = TaskRow.planned(plan, track.index());
            csv.writeRecord(record(TaskRow.of(plan.model(), report.trace(), track, task)));
        }
        csv.flush();
    }

    private static List<String> header() {
        List<String> names =
                new ArrayList<>(
                        List.of(
                                "task",
                                "site",
                                "steps",
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
            names.add(phase.id() + "_ms");
        }
        names.addAll(List.of("cpu_ms", "connection", "reused", "error", "collected_ms"));
        return names;
    }

    private static List<String> record(TaskRow row) {
        List<String> cells = new ArrayList<>();
        cells.add(cell(row.number()));
        cells.add(FormulaGuard.escape(row.site()));
        cells.add(FormulaGuard.escape(row.steps()));
        cells.add(row.kind());
        cells.add(FormulaGuard.escape(row.model()));
        cells.add(row.worker() == null ? "" : FormulaGuard.escape(row.worker()));
        cells.add(row.outcome());
        cells.add(cell(row.status()));
        cells.add(cell(row.bytes()));
        cells.add(cell(row.start()));
        cells.add(cell(row.end()));
        cells.add(cell(row.duration()));
        for (Phase phase : Phase.values()) {
            cells.add(cell(row.phases().get(phase)));
        }
        cells.add(cell(row.cpu()));
        Exchange connected = row.connected();
        cells.add(connected == null ? "" : FormulaGuard.escape(connected.connection()));
        cells.add(connected == null ? "" : Boolean.toString(connected.reused()));
        cells.add(row.error() == null ? "" : FormulaGuard.escape(row.error()));
        cells.add(cell(row.collected()));
        return cells;
    }

    private static String cell(@Nullable Number number) {
        return number == null ? "" : number.toString();
    }
}
