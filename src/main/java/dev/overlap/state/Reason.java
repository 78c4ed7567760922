package dev.overlap.state;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file could not be read or written, as half a sentence. */
final class Reason {

    private Reason() {}

    static String of(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "that is not allowed there";
            case NoSuchFileException _ -> "its folder is gone";
            case FileAlreadyExistsException _ -> "something else has that name";
            case NotDirectoryException _ -> "something else has that name";
            case FileSystemException fault when fault.getReason() != null -> fault.getReason();
            default -> e.getMessage() == null ? "the system refuses it" : e.getMessage();
        };
    }
}
