package dev.overlap.cli.report;

import dev.overlap.export.ReportFormat;
import dev.overlap.export.RunReport;
import dev.overlap.trace.TaskTrack;
import dev.overlap.trace.Trace;

import java.io.IOException;
import java.io.PrintStream;

/** For programs: the table, once it is complete. Words go where they do not mix with it. */
public final class CsvReporter implements RunReporter {

    private final RunReporter words;
    private final PrintStream table;

    public CsvReporter(RunReporter words, PrintStream table) {
        this.words = words;
        this.table = table;
    }

    @Override
    public void ended(Trace trace, TaskTrack task) {
        words.ended(trace, task);
    }

    @Override
    public void conclude(RunReport report) throws IOException {
        words.conclude(report);
        ReportFormat.CSV.write(report, table);
    }
}
