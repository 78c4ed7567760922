package dev.overlap.session.file;

import dev.overlap.foreign.chrometrace.ChromeTraceReader;
import dev.overlap.foreign.har.HarReader;
import dev.overlap.protocol.EventLogHead;
import dev.overlap.protocol.file.EventLogReader;
import dev.overlap.session.Session;
import dev.overlap.session.log.SessionLogReader;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** The types of files that hold runs. They are known by how they begin, not by their names. */
public enum RunFileType {
    SESSION("session of Overlap"),
    /** The same as text. */
    EVENT_LOG("event log of Overlap"),
    /** What a program has told of itself. */
    PROGRAM_LOG("log of Overlap events"),
    HAR("HAR"),
    CHROME_TRACE("Chrome trace");

    /** How much of a file is looked at, packed. */
    static final int HEAD = 1 << 13;

    /** The begin of an object with its first field, and the value of that if it is a string. */
    private static final Pattern OBJECT =
            Pattern.compile("\\{\\s*\"([^\"]{0,99})\"(?:\\s*:\\s*\"([^\"]{0,99})\")?");

    private static final Pattern ARRAY_OF_OBJECTS = Pattern.compile("\\[\\s*(\\{|$)");

    private final String words;

    RunFileType(String words) {
        this.words = words;
    }

    /** Returns the noun for one of them. */
    public String words() {
        return words;
    }

    /**
     * Reads a file of this type.
     *
     * @throws IOException as the reader of the type does
     */
    Session read(InputStream in) throws IOException {
        return switch (this) {
            case SESSION, EVENT_LOG -> SessionLogReader.read(in);
            case PROGRAM_LOG -> EventLogReader.read(in);
            case HAR -> HarReader.read(in);
            case CHROME_TRACE -> ChromeTraceReader.read(in);
        };
    }

    /** Returns the type of a file that begins with these bytes, or null if it is none of these. */
    static @Nullable RunFileType of(byte[] head) {
        String text = text(head).strip();
        Matcher object = OBJECT.matcher(text);
        if (object.lookingAt()) {
            String field = object.group(1);
            if (EventLogHead.recognizes(text)) {
                return PROGRAM_LOG;
            }
            if (SessionLogReader.recognizes(field, object.group(2))) {
                return isCompressed(head) ? SESSION : EVENT_LOG;
            } else if (field.equals("log")) {
                return HAR;
            }
            return CHROME_TRACE; // which may begin with any field: its reader says if it is none
        }
        return ARRAY_OF_OBJECTS.matcher(text).lookingAt() ? CHROME_TRACE : null;
    }

    /** Returns the begin as text, unpacked if it is compressed. */
    private static String text(byte[] head) {
        byte[] plain = isCompressed(head) ? unpacked(head) : head;
        String text = new String(plain, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text; // a byte order mark
    }

    private static boolean isCompressed(byte[] head) {
        return head.length > 2 && head[0] == 0x1f && (head[1] & 0xff) == 0x8b;
    }

    /** Unpacks as much as there is. */
    private static byte[] unpacked(byte[] head) {
        byte[] plain = new byte[HEAD];
        int size = 0;
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(head))) {
            for (int more = 0; more >= 0 && size < HEAD; more = in.read(plain, size, HEAD - size)) {
                size += more;
            }
        } catch (IOException e) {
            // it ends here, or is damaged: the begin is enough, if there is any
        }
        return Arrays.copyOf(plain, size);
    }
}
