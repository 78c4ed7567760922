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
import java.util.Locale;

/**
 * Writes reports to files.
 *
 * <p>Threads: any; each call works for itself and may take a second for a large picture, so not the
 * JavaFX thread. Needs neither a display nor JavaFX.
 */
public final class ReportWriter {

    private static final List<ReportFormat> FORMATS = List.of(new Png(), new Csv());

    private ReportWriter() {}

    /** The extensions that are understood, without the dot. */
    public static List<String> extensions() {
        return FORMATS.stream().map(ReportFormat::extension).toList();
    }

    /**
     * Writes a report; an existing file is replaced only once the new one is whole.
     *
     * @throws IllegalArgumentException with a sentence, if the extension is not known
     * @throws IOException with a sentence, if the file cannot be written; the old one is then as it
     *     was
     */
    public static void write(RunReport report, Path file) throws IOException {
        ReportFormat format = formatOf(file);
        AtomicFile.write(file, out -> format.write(report, out));
    }

    /**
     * Writes a report as a CSV file holds it, to a stream; flushes it and does not close it.
     *
     * @throws IOException as the stream says
     */
    public static void writeCsv(RunReport report, OutputStream out) throws IOException {
        new Csv().write(report, out);
    }

    /**
     * Writes a comparison: {@code .csv} has a line a run, {@code .png} the median runs on one time
     * axis.
     *
     * @throws IllegalArgumentException with a sentence, if the extension is not known
     * @throws IOException with a sentence, if the file cannot be written; the old one is then as it
     *     was
     */
    public static void writeComparison(ComparisonReport report, Path file) throws IOException {
        if (formatOf(file) instanceof Csv) {
            AtomicFile.write(file, out -> ComparisonCsv.write(report, out));
        } else {
            AtomicFile.write(file, out -> writePng(report, out));
        }
    }

    /**
     * Writes the picture of a report as a PNG file holds it, to a stream; does not close it.
     *
     * @throws IOException with a sentence if it cannot be drawn, else as the stream says
     */
    public static void writePng(RunReport report, OutputStream out) throws IOException {
        new Png().write(report, out);
    }

    /**
     * Writes the picture of a comparison as a PNG file holds it, to a stream; does not close it.
     *
     * @throws IOException with a sentence if it cannot be drawn, else as the stream says
     */
    public static void writePng(ComparisonReport report, OutputStream out) throws IOException {
        Png.write(picture(report), out);
    }

    /**
     * Writes a comparison as a CSV file holds it, to a stream; flushes it and does not close it.
     *
     * @throws IOException as the stream says
     */
    public static void writeCsv(ComparisonReport report, OutputStream out) throws IOException {
        ComparisonCsv.write(report, out);
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
        formatOf(file).write(blank, OutputStream.nullOutputStream());
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
     * The picture of a comparison, as {@link #writeComparison} would put it into a PNG file.
     *
     * @throws IOException with a sentence, if it cannot be drawn on this machine or needs more
     *     memory than there is, or if no run has begun
     */
    public static BufferedImage picture(ComparisonReport report) throws IOException {
        if (report.comparison().entries().stream()
                .allMatch(variantResult -> variantResult.drawn() == null)) {
            throw new IOException("No run has finished, so there is nothing to draw.");
        }
        return ComparisonImage.draw(report);
    }

    private static ReportFormat formatOf(Path file) {
        Path name = file.getFileName();
        String text = name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
        return FORMATS.stream()
                .filter(format -> text.endsWith("." + format.extension()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(unknown(file)));
    }

    private static String unknown(Path file) {
        return "Overlap does not know how to write \""
                + file
                + "\". Let its name end in one of: "
                + String.join(", ", extensions().stream().map(name -> "." + name).toList())
                + ".";
    }
}
