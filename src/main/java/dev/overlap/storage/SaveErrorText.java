package dev.overlap.storage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** What people are reported a file that cannot be written. */
final class SaveErrorText {

    private static final Logger LOG = LoggerFactory.getLogger(SaveErrorText.class);

    private SaveErrorText() {}

    /**
     * The failure as one sentence. One that comes with a sentence of its own keeps it; an unchecked
     * exception in which a library has wrapped a failure of the file is told as that failure.
     */
    static IOException of(Path file, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException told) {
                return isSentence(told)
                        ? told
                        : cannot(file, IoErrorText.of(told), remedy(told), told);
            }
        }
        return failure instanceof OutOfMemoryError
                ? cannot(file, "there is not enough memory for it", "", failure)
                : fault(file, failure);
    }

    private static boolean isSentence(IOException failure) {
        return !(failure instanceof FileSystemException)
                && String.valueOf(failure.getMessage()).endsWith(".");
    }

    private static IOException fault(Path file, Throwable fault) {
        LOG.error("\"{}\" was not written", file, fault);
        return cannot(file, "Overlap itself failed", " The log says more.", fault);
    }

    private static String remedy(IOException failure) {
        if (IoErrorText.isFull(failure)) {
            return " Make room there, or choose another folder.";
        }
        return failure instanceof FileSystemException
                ? " Choose another folder."
                : " Choose another file.";
    }

    private static IOException cannot(Path file, String reason, String remedy, Throwable cause) {
        return new IOException(
                "\"" + file + "\" cannot be written: " + reason + "." + remedy, cause);
    }
}
