package dev.overlap.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes a file whole or not at all: into a new file in the same folder, which then takes the place
 * of the old one in one step. Whatever fails, the old file is as it was and the new one is gone.
 */
public final class Replacement {

    /** Writes the content of a file; does not close the stream. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private Replacement() {}

    /**
     * Writes a file.
     *
     * @throws IOException with one plain sentence
     */
    public static void write(Path file, Content content) throws IOException {
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.isDirectory(target)) {
                throw new IOException("\"" + file + "\" is a folder. Choose the name of a file.");
            }
            replace(target, content);
        } catch (FileSystemException e) {
            throw new IOException(sentence(file, e), e);
        } catch (IOException e) {
            throw isFull(e) ? new IOException(full(file), e) : e;
        }
    }

    private static void replace(Path target, Content content) throws IOException {
        // not createTempFile: that one would leave a file which nobody else may read
        Path fresh = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
        try {
            try (OutputStream out =
                    new BufferedOutputStream(
                            Files.newOutputStream(fresh, StandardOpenOption.CREATE_NEW))) {
                content.writeTo(out);
            }
            move(fresh, target);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void move(Path fresh, Path target) throws IOException {
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String sentence(Path file, FileSystemException e) {
        String name = "\"" + file + "\"";
        if (e instanceof NoSuchFileException) {
            return name + " cannot be written: its folder does not exist. Choose another folder.";
        }
        if (e instanceof AccessDeniedException) {
            return name + " cannot be written: that is not allowed there. Choose another folder.";
        }
        if (isFull(e)) {
            return full(file);
        }
        String reason = e.getReason() == null ? "the system refuses it" : e.getReason();
        return name + " cannot be written: " + reason + ". Choose another folder.";
    }

    private static boolean isFull(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("No space left") || message.contains("not enough space");
    }

    private static String full(Path file) {
        return "\""
                + file
                + "\" cannot be written: the disk is full. Make room there, or choose another"
                + " folder.";
    }
}
