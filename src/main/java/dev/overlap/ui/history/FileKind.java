package dev.overlap.ui.history;

import dev.overlap.session.log.SessionLogReader;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** What kind of file holds a run, by its first bytes, packed or not. */
enum FileKind {
    SESSION,
    HAR,
    CHROME_TRACE;

    private static final int BEGIN = 8_192;
    private static final Pattern IS_HAR = Pattern.compile("\\s*\\{\\s*\"log\"\\s*:");
    private static final Pattern IS_JSON = Pattern.compile("\\s*[\\[{]");

    /**
     * Looks at a file. What is neither of this nor of another program is taken for a session, whose
     * reader says what is wrong with it.
     *
     * @throws IOException if the file cannot be read
     */
    static FileKind of(Path file) throws IOException {
        String begin = begin(file).replaceFirst("^\uFEFF", "");
        if (SessionLogReader.recognizes(begin) || !IS_JSON.matcher(begin).lookingAt()) {
            return SESSION;
        }
        return IS_HAR.matcher(begin).lookingAt() ? HAR : CHROME_TRACE;
    }

    private static String begin(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(2);
            boolean packed = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            return text(packed ? new GZIPInputStream(in) : in);
        } catch (ZipException | EOFException damaged) {
            return ""; // decided here: the reader says that it is damaged
        }
    }

    private static String text(InputStream in) throws IOException {
        byte[] begin = new byte[BEGIN];
        int length = 0;
        try {
            length = in.readNBytes(begin, 0, BEGIN);
        } catch (ZipException | EOFException damaged) {
            // Decided here: the reader of the file says where it is damaged
        }
        return new String(begin, 0, length, StandardCharsets.UTF_8);
    }
}
