package dev.overlap.export;

import java.io.IOException;
import java.io.OutputStream;

/** One kind of file. To add one: a class here, and its place in {@link Export}'s list. */
interface Format {

    /** Which files are of this kind, without the dot, in small letters. */
    String extension();

    /**
     * Writes a report as a whole file; does not close the stream.
     *
     * @throws IOException with a sentence if it is this format's fault, else as the stream says
     */
    void write(Report report, OutputStream out) throws IOException;
}
