package dev.overlap.storage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Turns a failure to save a file into a sentence for the user. */
final class SaveErrorText {

    private static final Logger LOG = LoggerFactory.getLogger(SaveErrorText.class);

    private SaveErrorText() {}

    /**
     * Returns the failure with one sentence as its message. A message that is a sentence is kept;
     * an unchecked exception that wraps a failure of the file is reported as that failure.
     */
    static IOException of(Path file, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return isSentence(io) ? io : cannot(file, IoErrorText.of(io), remedy(io), io);
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
