package dev.overlap.cli;

import dev.overlap.cli.report.ComparisonSummary;
import dev.overlap.cli.report.JsonLinesReporter;
import dev.overlap.cli.report.RunReporter;
import dev.overlap.cli.report.TextReporter;
import dev.overlap.export.ReportFormats;
import dev.overlap.export.ReportWriter;
import dev.overlap.plan.Plan;
import dev.overlap.report.ComparisonReport;
import dev.overlap.report.RunReport;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Prints runs and comparisons and writes them to files, as options say, whether they were just made
 * or read from a file.
 */
record ReportOutput(OutputOptions options, CliContext context) {

    /** Returns where messages are printed; see {@link OutputOptions#messages}. */
    CliContext messages() {
        return options.messages(context);
    }

    /** Returns what reports the tasks of a run. */
    RunReporter reporter(Plan plan) {
        CliContext messages = messages();
        return switch (options.form()) {
            case TEXT, CSV ->
                    new TextReporter(messages.out(), messages.err(), messages.progressLine());
            case JSON -> new JsonLinesReporter(plan, context.out());
        };
    }

    /**
     * Prints the summary of a run whose tasks were reported, and writes all files.
     *
     * @return whether all were written
     */
    boolean conclude(RunReport report, RunReporter reporter) throws IOException {
        return options.printAndWrite(
                () -> print(report, reporter), file -> write(report, file), messages());
    }

    private void print(RunReport report, RunReporter reporter) throws IOException {
        reporter.conclude(report);
        if (options.form() == OutputOptions.Form.CSV) {
            ReportFormats.CSV.write(report, context.out());
        }
    }

    private static List<String> write(RunReport report, Path file) throws IOException {
        ReportWriter.write(report, file);
        return ReportFormats.of(file).omissions(report);
    }

    /**
     * Prints a comparison and writes all files.
     *
     * @return whether all were written
     */
    boolean conclude(ComparisonReport report) throws IOException {
        return options.printAndWrite(() -> print(report), file -> write(report, file), messages());
    }

    private void print(ComparisonReport report) throws IOException {
        ComparisonSummary.of(report).forEach(messages()::print);
        switch (options.form()) {
            case TEXT -> {} // the summary is all
            case CSV -> ReportFormats.CSV.write(report, context.out());
            case JSON -> ReportFormats.JSON_LINES.write(report, context.out());
        }
    }

    private static List<String> write(ComparisonReport report, Path file) throws IOException {
        ReportWriter.write(report, file);
        return ReportFormats.of(file).omissions(report);
    }
}
