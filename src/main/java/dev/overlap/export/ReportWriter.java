package dev.overlap.export;

import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
import dev.overlap.report.ComparisonReport;
import dev.overlap.report.ReportFormat;
import dev.overlap.report.RunReport;
import dev.overlap.storage.AtomicFile;
import dev.overlap.trace.Trace;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Writes reports to files.
 *
 * <p>Threads: any; calls are independent and may take a second for a large image, so not the JavaFX
 * thread. Needs neither a display nor JavaFX.
 */
public final class ReportWriter {

    private ReportWriter() {}

    /**
     * Writes a run atomically.
     *
     * @throws IllegalArgumentException with a message, if the extension is unknown
     * @throws IOException with a message, if the file cannot be written; an existing one is then
     *     unchanged
     */
    public static void write(RunReport report, Path file) throws IOException {
        ReportFormat format = ReportFormats.of(file);
        AtomicFile.write(file, out -> format.write(report, out));
    }

    /**
     * Writes a comparison atomically.
     *
     * @throws IllegalArgumentException with a message, if the extension is unknown
     * @throws IOException with a message, if the file cannot be written; an existing one is then
     *     unchanged
     */
    public static void write(ComparisonReport report, Path file) throws IOException {
        ReportFormat format = ReportFormats.of(file);
        AtomicFile.write(file, out -> format.write(report, out));
    }

    /**
     * Loads everything needed to write a file with this extension. Java2D cannot be loaded during
     * JVM shutdown, which is when an interrupted command writes its files.
     *
     * @throws IllegalArgumentException with a message, if the extension is unknown
     * @throws IOException with a message, if files of this format cannot be written on this machine
     */
    public static void prepare(Path file) throws IOException {
        Plan emptyPlan = new Plan(SiteList.EMPTY, "", Settings.DEFAULT);
        Trace emptyTrace = new Trace(List.of());
        RunReport blank =
                new RunReport(emptyPlan, "", Instant.EPOCH, emptyTrace, RunReport.Look.DEFAULT);
        ReportFormats.of(file).write(blank, OutputStream.nullOutputStream());
    }

    /**
     * Draws the image of a run, as {@link #write} would save it as PNG.
     *
     * @throws IOException with a message, if it cannot be drawn on this machine or needs too much
     *     memory
     */
    static BufferedImage picture(RunReport report) throws IOException {
        return Png.draw(report);
    }

    /**
     * Draws the image of a comparison, as {@link #write} would save it as PNG.
     *
     * @throws IOException with a message, if it cannot be drawn on this machine or needs too much
     *     memory, or if no run has begun
     */
    static BufferedImage picture(ComparisonReport report) throws IOException {
        return Png.draw(report);
    }
}
