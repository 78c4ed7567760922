package dev.overlap.export;

import dev.overlap.plan.Quoting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One kind of file that runs and comparisons are written to. Menus, file dialogs, the command line
 * and its help go by {@link #all}: to add one takes a class and its place in that list.
 *
 * <p>Threads: any; a large picture may take a second, so not the JavaFX thread. Needs neither a
 * display nor JavaFX.
 */
public sealed interface ReportFormat permits Png, Csv, JsonLinesFile {

    ReportFormat PNG = new Png();
    ReportFormat CSV = new Csv();
    ReportFormat JSON_LINES = new JsonLinesFile();

    /** Which files are of this kind, without the dot, in small letters. */
    String extension();

    /** A few words for it, such as "CSV table". */
    String label();

    /** Whether it is painted, so that {@link RunReport.Look} makes a difference. */
    boolean isPicture();

    /**
     * Writes a run as a whole file; flushes the stream and does not close it.
     *
     * @throws IOException with a sentence if it is this format's fault, else as the stream says
     */
    void write(RunReport report, OutputStream out) throws IOException;

    /**
     * Writes a comparison as a whole file; flushes the stream and does not close it.
     *
     * @throws IOException with a sentence if it is this format's fault, else as the stream says
     */
    void write(ComparisonReport report, OutputStream out) throws IOException;

    /** All there are, pictures first. */
    static List<ReportFormat> all() {
        return List.of(PNG, CSV, JSON_LINES);
    }

    /**
     * The format of a file, by its extension.
     *
     * @throws IllegalArgumentException with a sentence, if the extension is not known
     */
    static ReportFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return all().stream()
                .filter(format -> name.endsWith("." + format.extension()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(unknown(file)));
    }

    private static String unknown(Path file) {
        return Quoting.of(file.toString())
                + " has no known extension. Use one of: "
                + all().stream().map(ReportFormat::extension).collect(Collectors.joining(", "))
                + ".";
    }
}
