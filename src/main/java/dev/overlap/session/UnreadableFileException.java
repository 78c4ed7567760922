package dev.overlap.session;

import java.io.IOException;
import java.io.Serial;

/** Says that a file holds nothing that can be shown. */
public final class UnreadableFileException extends IOException {

    @Serial private static final long serialVersionUID = 1;

    /**
     * Creates the exception.
     *
     * @param sentence says to the user what is wrong with the file
     */
    public UnreadableFileException(String sentence) {
        super(sentence);
    }
}
