package dev.overlap.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A file format for runs and comparisons.
 *
 * <p>Threads: any; a large image may take a second, so not the JavaFX thread. Needs neither a
 * display nor JavaFX.
 */
public interface ReportFormat {

    /** The file extension, without the first dot, in lower case. */
    String extension();

    /** A short name, such as "CSV table". */
    String label();

    /** Whether it is an image, so that {@link RunReport.Look} applies. */
    boolean isPicture();

    /** Whether it is an image of pixels, so that its size depends on the scale of its look. */
    default boolean hasPixels() {
        return false;
    }

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

    /** Returns a sentence per kind of thing in a run that such a file cannot hold. */
    default List<String> omissions(RunReport report) {
        return List.of();
    }

    /** Returns a sentence per kind of thing in a comparison that such a file cannot hold. */
    default List<String> omissions(ComparisonReport report) {
        return List.of();
    }
}
