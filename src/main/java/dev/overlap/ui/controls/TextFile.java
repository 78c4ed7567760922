package dev.overlap.ui.controls;

import dev.overlap.text.DialogText;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads UTF-8 text files chosen by the user, which may contain anything.
 *
 * <p>Threads: any but the JavaFX thread.
 */
public final class TextFile {

    private static final int MEGABYTE = 1 << 20;

    private TextFile() {}

    /**
     * Reads a whole file.
     *
     * @param maxBytes a larger file is rejected
     * @param what it should contain, such as {@code a list of sites}
     * @throws IOException with a message for the user
     */
    public static String read(Path file, int maxBytes, String what) throws IOException {
        String name = "\"" + file + "\"";
        try {
            return decode(bytes(file, maxBytes, what));
        } catch (NoSuchFileException e) {
            throw new IOException(DialogText.FILE_IS_GONE.formatted(name), e);
        } catch (AccessDeniedException e) {
            throw new IOException(DialogText.FILE_IS_FORBIDDEN.formatted(name), e);
        } catch (CharacterCodingException e) {
            throw new IOException(DialogText.FILE_IS_NOT_UTF_8.formatted(name), e);
        }
    }

    private static byte[] bytes(Path file, int maxBytes, String what) throws IOException {
        String name = "\"" + file + "\"";
        if (Files.exists(file) && !Files.isRegularFile(file)) { // a pipe would never end
            throw new IOException(DialogText.FILE_IS_NOT_REGULAR.formatted(name));
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                int megabytes = maxBytes / MEGABYTE;
                throw new IOException(
                        DialogText.FILE_IS_TOO_LARGE.formatted(name, what, megabytes));
            }
            return bytes;
        }
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith("\ufeff") ? text.substring(1) : text; // a byte order mark
    }
}
