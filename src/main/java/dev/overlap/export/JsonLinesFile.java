package dev.overlap.export;

import dev.overlap.report.ComparisonReport;
import dev.overlap.report.ReportFormat;
import dev.overlap.report.RunReport;
import dev.overlap.text.comparison.ConclusionText;
import dev.overlap.trace.TaskTrack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes {@link JsonLines} to a file: for a run its tasks in list order, then the summary; for a
 * comparison its runs, then the conclusion.
 */
final class JsonLinesFile implements ReportFormat {

    @Override
    public String extension() {
        return "jsonl";
    }

    @Override
    public String label() {
        return "JSON Lines";
    }

    @Override
    public boolean isPicture() {
        return false;
    }

    @Override
    public void write(RunReport report, OutputStream out) throws IOException {
        for (TaskTrack task : report.trace().tasks()) {
            writeLine(JsonLines.task(report.plan(), report.trace(), task.index()), out);
        }
        writeLine(JsonLines.summary(report), out);
        out.flush();
    }

    @Override
    public void write(ComparisonReport report, OutputStream out) throws IOException {
        for (String run : JsonLines.runs(report)) {
            writeLine(run, out);
        }
        writeLine(JsonLines.conclusion(ConclusionText.of(report.comparison())), out);
        out.flush();
    }

    private static void writeLine(String object, OutputStream out) throws IOException {
        out.write((object + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}
