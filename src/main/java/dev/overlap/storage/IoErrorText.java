package dev.overlap.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/** Describes why a file cannot be read or written, as a clause that follows a colon. */
public final class IoErrorText {

    private static final String FULL = "there is no space left on its disk";
    private static final String REFUSED = "the system refuses it";

    private IoErrorText() {}

    /** Returns whether the disk is full. */
    static boolean isFull(IOException failure) {
        return of(failure).equals(FULL);
    }

    /** Returns the clause; looks also at the causes of an exception. */
    public static String of(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String limit = limit(String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT));
            if (!limit.isEmpty()) {
                return limit;
            }
        }
        return byType(failure);
    }

    /** Recognizes failures without a Java type by the messages of Linux, macOS and Windows. */
    private static String limit(String message) {
        if (message.contains("no space left") || message.contains("not enough space")) {
            return FULL;
        }
        if (message.contains("quota")) {
            return "your disk quota is used up";
        }
        if (message.contains("file too large")) {
            return "it would become larger than the system allows";
        }
        if (message.contains("read-only file system") || message.contains("write protected")) {
            return "its disk is read-only";
        }
        if (message.contains("broken pipe") || message.contains("pipe has been ended")) {
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
