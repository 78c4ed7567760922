package dev.overlap.export;

import de.siegmar.fastcsv.writer.CsvWriter;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * A comparison as a table with a line a finished run, in the form of {@link Csv}.
 *
 * <table>
 * <caption>Its columns; a cell is empty where there is nothing to tell</caption>
 * <tr><td>{@code model}, {@code name}</td><td>the model's id, and what the variant is called: its
 *     model, or in a sweep its number of workers</td></tr>
 * <tr><td>{@code workers}</td><td>how many were asked for; empty if nobody did</td></tr>
 * <tr><td>{@code run}</td><td>which run of this variant, from 1, in the order of time</td></tr>
 * <tr><td>{@code wall_ms}</td><td>its wall time</td></tr>
 * <tr><td>{@code median}</td><td>{@code yes} for the run that pictures show, else {@code no}</td></tr>
 * <tr><td>{@code speed_up}</td><td>the median of the measured sequential runs over {@code wall_ms};
 *     empty without such runs, and for a variant in which more tasks failed than in the best
 *     one</td></tr>
 * <tr><td>{@code os_threads}</td><td>threads of the system that took tasks' steps, loops and carriers
 *     of virtual threads included, as far as they were seen</td></tr>
 * <tr><td>{@code virtual_threads}, {@code processes}</td><td>how many workers of these
 *     kinds</td></tr>
 * <tr><td>{@code peak_in_flight}</td><td>the most tasks that were in flight at once, in a pause
 *     or computing included</td></tr>
 * <tr><td>{@code cpu_ms}</td><td>processor time of this program and the run's worker processes from
 *     time zero to the end; the lab's share is in it, that of a window which draws is not; empty
 *     where the system does not tell</td></tr>
 * <tr><td>{@code tasks}, {@code failed}, {@code cancelled}</td><td>how many there were, and how many
 *     of them did not succeed</td></tr>
 * <tr><td>{@code guess_ms}</td><td>what was guessed for this model</td></tr>
 * </table>
 *
 * <p>Times are milliseconds with three decimals and a point, whatever the locale.
 */
final class ComparisonCsv {

    private ComparisonCsv() {}

    /** Writes the table; flushes the stream and does not close it. */
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
            case String text -> FormulaGuard.harmless(text);
            default -> value.toString();
        };
    }
}
