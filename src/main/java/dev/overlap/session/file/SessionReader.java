package dev.overlap.session.file;

import dev.overlap.session.Session;
import dev.overlap.session.UnreadableFileException;
import dev.overlap.text.session.SessionText;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads files that hold runs, whatever their type. Reading runs nothing and connects to nothing.
 *
 * <p>Threads: any; a large file may take seconds, so not the JavaFX thread.
 */
public final class SessionReader {

    private SessionReader() {}

    /**
     * Reads a file.
     *
     * @throws UnreadableFileException with a sentence, if there is no run in it
     * @throws IOException of the system, if it cannot be read
     */
    public static Session read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            RunFileType type = typeOf(in);
            if (type == null) {
                throw new UnreadableFileException(SessionText.NO_RUN_FILE);
            }
            return type.read(in);
        }
    }

    /**
     * Returns the type of a file, or null if it is none that holds a run.
     *
     * @throws IOException of the system, if it cannot be read
     */
    public static @Nullable RunFileType typeOf(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return typeOf(in);
        }
    }

    private static @Nullable RunFileType typeOf(InputStream in) throws IOException {
        in.mark(RunFileType.HEAD);
        byte[] head = in.readNBytes(RunFileType.HEAD);
        in.reset();
        return RunFileType.of(head);
    }
}
