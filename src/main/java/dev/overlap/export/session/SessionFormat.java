package dev.overlap.export.session;

import dev.overlap.report.ComparisonReport;
import dev.overlap.report.ReportFormat;
import dev.overlap.report.RunReport;
import dev.overlap.session.Recording.RecordedComparison;
import dev.overlap.session.Recording.RecordedRun;
import dev.overlap.session.Session;
import dev.overlap.session.log.SessionWriter;

import java.io.IOException;
import java.io.OutputStream;

/** Writes all that is known of a run or a comparison, so that it can be opened again. */
public final class SessionFormat implements ReportFormat {

    /** Compressed, which makes it about a tenth as large. */
    public static final ReportFormat SESSION =
            new SessionFormat("overlap", "Session", SessionWriter::writeCompressed);

    /** As lines of text. */
    public static final ReportFormat EVENT_LOG =
            new SessionFormat("events", "Event log", SessionWriter::write);

    private final String extension;
    private final String label;
    private final Writing writing;

    private interface Writing {
        void write(Session session, OutputStream out) throws IOException;
    }

    private SessionFormat(String extension, String label, Writing writing) {
        this.extension = extension;
        this.label = label;
        this.writing = writing;
    }

    @Override
    public String extension() {
        return extension;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public boolean isPicture() {
        return false;
    }

    @Override
    public void write(RunReport report, OutputStream out) throws IOException {
        RecordedRun run =
                new RecordedRun(
                        report.plan(),
                        report.modelName(),
                        report.begun(),
                        report.trace(),
                        report.guessNanos(),
                        report.measuredSpeedUp());
        writing.write(Session.of(run), out);
    }

    @Override
    public void write(ComparisonReport report, OutputStream out) throws IOException {
        RecordedComparison comparison =
                new RecordedComparison(
                        report.comparison(), report.order(), report.guesses(), report.begun());
        writing.write(Session.of(comparison), out);
    }

    /** Returns the report of a run that was opened. */
    public static RunReport report(RecordedRun run, RunReport.Look look) {
        return new RunReport(
                run.plan(),
                run.modelName(),
                run.begun(),
                run.trace(),
                look,
                run.guessNanos(),
                run.measuredSpeedUp());
    }

    /** Returns the report of a comparison that was opened. */
    public static ComparisonReport report(RecordedComparison comparison, RunReport.Look look) {
        return new ComparisonReport(
                comparison.comparison(),
                comparison.order(),
                comparison.guesses(),
                comparison.begun(),
                look);
    }
}
