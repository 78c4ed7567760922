package dev.overlap.export;

import dev.overlap.export.chrometrace.ChromeTrace;
import dev.overlap.export.har.Har;
import dev.overlap.export.html.HtmlPage;
import dev.overlap.export.pdf.Pdf;
import dev.overlap.export.session.SessionFormat;
import dev.overlap.export.svg.Svg;
import dev.overlap.plan.Quoting;
import dev.overlap.report.ReportFormat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The file formats. Menus, file dialogs, the command line and its help use {@link #all}: a new
 * format needs a class and an entry in that list.
 */
public final class ReportFormats {

    public static final ReportFormat PNG = new Png();
    public static final ReportFormat SVG = new Svg();
    public static final ReportFormat PDF = new Pdf();
    public static final ReportFormat CSV = new Csv();
    public static final ReportFormat JSON_LINES = new JsonLinesFile();

    public static final ReportFormat SESSION = SessionFormat.SESSION;

    private static final List<ReportFormat> ALL =
            List.of(
                    PNG,
                    SVG,
                    PDF,
                    new HtmlPage(),
                    CSV,
                    JSON_LINES,
                    new Har(),
                    ChromeTrace.plain(),
                    ChromeTrace.compressed(),
                    SESSION,
                    SessionFormat.EVENT_LOG);

    private ReportFormats() {}

    /** Returns all formats, images first. */
    public static List<ReportFormat> all() {
        return ALL;
    }

    /**
     * Returns the format of a file, by its extension; where several match, the longest counts.
     *
     * @throws IllegalArgumentException with a message, if the extension is unknown
     */
    public static ReportFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(format -> name.endsWith("." + format.extension()))
                .max(Comparator.comparingInt(format -> format.extension().length()))
                .orElseThrow(() -> new IllegalArgumentException(unknown(file)));
    }

    private static String unknown(Path file) {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
            return Quoting.of(file.toString())
                    + " could be one of two: name it .trace.json for a Chrome trace, or .jsonl for"
                    + " the table of tasks.";
        }
        return Quoting.of(file.toString())
                + " has no known extension. Use one of: "
                + ALL.stream().map(ReportFormat::extension).collect(Collectors.joining(", "))
                + ".";
    }
}
