package dev.overlap.export;

import java.io.IOException;
import java.io.OutputStream;

/** One kind of file. To add one: a class here, and its place in {@link ReportWriter}'s list. */
interface ReportFormat {

    /** Which files are of this kind, without the dot, in small letters. */
    String extension();

    /**
     * Writes a report as a whole file; does not close the stream.
     *
     * @throws IOException with a sentence if it is this format's fault, else as the stream says
     */
    void write(RunReport report, OutputStream out) throws IOException;
}
