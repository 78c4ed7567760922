package dev.overlap.ui;

import dev.overlap.export.Replacement;
import dev.overlap.plan.SiteList;

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
 * Lists of sites as files: UTF-8 text, one line a site.
 *
 * <p>Threads: any; waits for the disk, so never the JavaFX thread.
 */
final class SiteFile {

    static final String EXTENSION = ".sites";

    /** A list of sites is typed by people; what is larger is something else. */
    static final int MOST_BYTES = 16 << 20;

    private SiteFile() {}

    /**
     * Reads a list.
     *
     * @throws IOException with one plain sentence
     */
    static SiteList read(Path file) throws IOException {
        String name = "\"" + file + "\"";
        try {
            return SiteList.parse(decoded(bytes(file, name)));
        } catch (NoSuchFileException e) {
            throw new IOException(name + " is not there any more. Choose another file.", e);
        } catch (AccessDeniedException e) {
            throw new IOException(
                    name + " cannot be opened: its permissions forbid it. Choose another file.", e);
        } catch (CharacterCodingException e) {
            throw new IOException(name + " is not UTF-8 text. Save it as UTF-8, then open it.", e);
        }
    }

    private static byte[] bytes(Path file, String name) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) { // a pipe would never end
            throw new IOException(name + " is no file with lines. Choose another one.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException(name + " is too large for a list of sites: more than 16 MB.");
            }
            return bytes;
        }
    }

    private static String decoded(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith("\ufeff") ? text.substring(1) : text; // a byte order mark
    }

    /**
     * Writes a list, whole or not at all, without user names and passwords.
     *
     * @throws IOException with one plain sentence; the old file is then as it was
     */
    static void write(SiteList list, Path file) throws IOException {
        byte[] text = list.withoutSecrets().text().getBytes(StandardCharsets.UTF_8);
        Replacement.write(file, out -> out.write(text));
    }
}
