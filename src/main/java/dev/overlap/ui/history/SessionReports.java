package dev.overlap.ui.history;

import dev.overlap.export.ReportWriter;
import dev.overlap.report.ComparisonReport;
import dev.overlap.report.RunReport;
import dev.overlap.report.RunReport.Look;
import dev.overlap.session.Recording.RecordedComparison;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.session.Session;

import java.io.IOException;
import java.nio.file.Path;

/** Exports sessions. Threads: any but the JavaFX thread. */
final class SessionReports {

    private SessionReports() {}

    /**
     * Writes a session in the format that the name of a file asks for.
     *
     * @throws IOException with a sentence for the user
     */
    static void write(Session session, Look look, Path file) throws IOException {
        switch (session.recording()) {
            case RecordedRun run -> ReportWriter.write(report(run, look), file);
            case RecordedComparison it ->
                    ReportWriter.write(
                            new ComparisonReport(
                                    it.comparison(), it.order(), it.guesses(), it.begun(), look),
                            file);
        }
    }

    private static RunReport report(RecordedRun run, Look look) {
        return new RunReport(
                run.plan(),
                run.modelName(),
                run.begun(),
                run.trace(),
                look,
                run.guessNanos(),
                run.measuredSpeedUp());
    }
}
