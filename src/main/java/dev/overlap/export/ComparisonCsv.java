package dev.overlap.export;

import de.siegmar.fastcsv.writer.CsvWriter;

import dev.overlap.report.ComparisonReport;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Writes a comparison as a table with one row per finished run, in the form of {@link Csv}.
 *
 * <table>
 * <caption>Its columns; a cell without a value is empty</caption>
 * <tr><td>{@code model}, {@code name}</td><td>the model's id, and the variant's name: its model, or
 *     in a sweep its number of workers</td></tr>
 * <tr><td>{@code workers}</td><td>the requested number of workers, if any</td></tr>
 * <tr><td>{@code run}</td><td>the number of the run of this variant, from 1, chronologically</td></tr>
 * <tr><td>{@code wall_ms}</td><td>its wall time</td></tr>
 * <tr><td>{@code median}</td><td>{@code yes} for the run shown in images, else {@code no}</td></tr>
 * <tr><td>{@code speed_up}</td><td>the median of the measured sequential runs over {@code wall_ms};
 *     empty without such runs, and for a variant in which more tasks failed than in the best
 *     one</td></tr>
 * <tr><td>{@code os_threads}</td><td>platform threads that ran steps of tasks, including event loops
 *     and carriers of virtual threads, as far as observed</td></tr>
 * <tr><td>{@code virtual_threads}, {@code processes}</td><td>the number of workers of these
 *     kinds</td></tr>
 * <tr><td>{@code peak_in_flight}</td><td>the maximum number of tasks in flight at once, including
 *     those in a pause or computing</td></tr>
 * <tr><td>{@code cpu_ms}</td><td>CPU time of this program and the run's worker processes from time
 *     zero to the end, including the lab but not a window's drawing; empty if the operating system
 *     does not report it</td></tr>
 * <tr><td>{@code tasks}, {@code failed}, {@code cancelled}</td><td>the number of tasks, and of those
 *     that did not succeed</td></tr>
 * <tr><td>{@code guess_ms}</td><td>the user's guess for this model</td></tr>
 * </table>
 *
 * <p>Times are milliseconds with three decimals and a decimal point, independent of the locale.
 */
final class ComparisonCsv {

    private ComparisonCsv() {}

    /** Writes the table; flushes the stream but does not close it. */
    static void write(ComparisonReport report, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord(RunRow.NAMES);
        for (RunRow row : RunRow.of(report)) {
            csv.writeRecord(row.fields().values().stream().map(ComparisonCsv::cell).toList());
        }
        csv.flush();
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean is -> is ? "yes" : "no";
            case String text -> FormulaGuard.escape(text);
            default -> value.toString();
        };
    }
}
