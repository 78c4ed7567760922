package dev.overlap.export;

import dev.overlap.plan.Plan;
import dev.overlap.plan.Settings;
import dev.overlap.plan.SiteList;
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
 * <p>Threads: any; each call works for itself and may take a second for a large picture, so not the
 * JavaFX thread. Needs neither a display nor JavaFX.
 */
public final class ReportWriter {

    private ReportWriter() {}

    /**
     * Writes a report; an existing file is replaced only once the new one is whole.
     *
     * @throws IllegalArgumentException with a sentence, if the extension is not known
     * @throws IOException with a sentence, if the file cannot be written; the old one is then as it
     *     was
     */
    public static void write(RunReport report, Path file) throws IOException {
        ReportFormat format = ReportFormat.of(file);
        AtomicFile.write(file, out -> format.write(report, out));
    }

    /**
     * Writes a comparison; an existing file is replaced only once the new one is whole.
     *
     * @throws IllegalArgumentException with a sentence, if the extension is not known
     * @throws IOException with a sentence, if the file cannot be written; the old one is then as it
     *     was
     */
    public static void write(ComparisonReport report, Path file) throws IOException {
        ReportFormat format = ReportFormat.of(file);
        AtomicFile.write(file, out -> format.write(report, out));
    }

    /**
     * Loads all that it takes to write a file of this extension. Java2D cannot be loaded any more
     * once the Java machine goes down, and that is when an interrupted command writes its files.
     *
     * @throws IllegalArgumentException with a sentence, if the extension is not known
     * @throws IOException with a sentence, if files of this kind cannot be written on this machine
     */
    public static void prepare(Path file) throws IOException {
        Plan nothing = new Plan(SiteList.EMPTY, "", Settings.DEFAULT);
        Trace silence = new Trace(List.of());
        RunReport blank =
                new RunReport(nothing, "", Instant.EPOCH, silence, RunReport.Look.DEFAULT);
        ReportFormat.of(file).write(blank, OutputStream.nullOutputStream());
    }

    /**
     * The picture of a report, as {@link #write} would put it into a PNG file.
     *
     * @throws IOException with a sentence, if it cannot be drawn on this machine or needs more
     *     memory than there is
     */
    public static BufferedImage picture(RunReport report) throws IOException {
        return RunImage.draw(report);
    }

    /**
     * The picture of a comparison, as {@link #write} would put it into a PNG file.
     *
     * @throws IOException with a sentence, if it cannot be drawn on this machine or needs more
     *     memory than there is, or if no run has begun
     */
    public static BufferedImage picture(ComparisonReport report) throws IOException {
        return ComparisonImage.draw(report);
    }
}
