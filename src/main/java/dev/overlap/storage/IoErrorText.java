package dev.overlap.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/** Why a file cannot be read or written, as half a sentence that follows a colon. */
public final class IoErrorText {

    private static final String FULL = "there is no space left on its disk";
    private static final String REFUSED = "the system refuses it";

    private IoErrorText() {}

    /** Whether there was no room for it. */
    static boolean isFull(IOException failure) {
        return of(failure).equals(FULL);
    }

    /** Says why; also of failures that a library has wrapped into another. */
    public static String of(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String limit = limit(String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT));
            if (!limit.isEmpty()) {
                return limit;
            }
        }
        return byType(failure);
    }

    /** Java has no types for these; the words are those of Linux, macOS and Windows. */
    private static String limit(String words) {
        if (words.contains("no space left") || words.contains("not enough space")) {
            return FULL;
        }
        if (words.contains("quota")) {
            return "your disk quota is used up";
        }
        if (words.contains("file too large")) {
            return "it would become larger than the system allows";
        }
        if (words.contains("read-only file system") || words.contains("write protected")) {
            return "its disk is read-only";
        }
        if (words.contains("broken pipe") || words.contains("pipe has been ended")) {
            return "its reader is gone";
        }
        return "";
    }

    private static String byType(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "that is not allowed there";
            case NoSuchFileException _ -> "its folder does not exist";
            case FileNotFoundException _ -> "that is not allowed there";
            case FileAlreadyExistsException _ -> "something else has that name";
            case NotDirectoryException _ -> "something else has that name";
            case FileSystemException fault when fault.getReason() != null -> fault.getReason();
            case FileSystemException _ -> REFUSED; // its message is nothing but the path
            default -> failure.getMessage() == null ? REFUSED : failure.getMessage();
        };
    }
}
