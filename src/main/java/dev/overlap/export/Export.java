package dev.overlap.export;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Writes reports to files.
 *
 * <p>Threads: any; each call works for itself and may take a second for a large picture, so not the
 * JavaFX thread. Needs neither a display nor JavaFX.
 */
public final class Export {

    private static final List<Format> FORMATS = List.of(new Png(), new Csv());

    private Export() {}

    /** The extensions that are understood, without the dot. */
    public static List<String> extensions() {
        return FORMATS.stream().map(Format::extension).toList();
    }

    /**
     * Writes a report; an existing file is replaced only once the new one is whole.
     *
     * @throws IllegalArgumentException with a sentence, if the extension is not known
     * @throws IOException with a sentence, if the file cannot be written; the old one is then as it
     *     was
     */
    public static void write(Report report, Path file) throws IOException {
        Format format = formatOf(file);
        Replacement.write(file, out -> format.write(report, out));
    }

    /**
     * The picture of a report, as {@link #write} would put it into a PNG file.
     *
     * @throws IOException with a sentence, if it cannot be drawn on this machine or needs more
     *     memory than there is
     */
    public static BufferedImage picture(Report report) throws IOException {
        return Poster.draw(report);
    }

    private static Format formatOf(Path file) {
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
