package dev.overlap.export;

import dev.overlap.plan.Quoting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A file format for runs and comparisons. Menus, file dialogs, the command line and its help use
 * {@link #all}: a new format needs a class and an entry in that list.
 *
 * <p>Threads: any; a large image may take a second, so not the JavaFX thread. Needs neither a
 * display nor JavaFX.
 */
public sealed interface ReportFormat permits Png, Csv, JsonLinesFile {

    ReportFormat PNG = new Png();
    ReportFormat CSV = new Csv();
    ReportFormat JSON_LINES = new JsonLinesFile();

    /** The file extension, without the dot, in lower case. */
    String extension();

    /** A short name, such as "CSV table". */
    String label();

    /** Whether it is an image, so that {@link RunReport.Look} applies. */
    boolean isPicture();

    /**
     * Writes a run as a complete file; flushes the stream but does not close it.
     *
     * @throws IOException with a message if this format fails, otherwise as thrown by the stream
     */
    void write(RunReport report, OutputStream out) throws IOException;

    /**
     * Writes a comparison as a complete file; flushes the stream but does not close it.
     *
     * @throws IOException with a message if this format fails, otherwise as thrown by the stream
     */
    void write(ComparisonReport report, OutputStream out) throws IOException;

    /** Returns all formats, images first. */
    static List<ReportFormat> all() {
        return List.of(PNG, CSV, JSON_LINES);
    }

    /**
     * Returns the format of a file, by its extension.
     *
     * @throws IllegalArgumentException with a message, if the extension is unknown
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
