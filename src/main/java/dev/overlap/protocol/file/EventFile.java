package dev.overlap.protocol.file;

import dev.overlap.protocol.EventLineReader;
import dev.overlap.protocol.EventParser;
import dev.overlap.protocol.InvalidEventException;
import dev.overlap.protocol.ProtocolEvent;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The lines of a file, plain or compressed with gzip, up to its end or to the limits. */
final class EventFile {

    /** Longer files are not read to the end. */
    private static final long MAX_BYTES = 2L << 30;

    private static final long MAX_LINES = 12_000_000;

    /** So many faults are possible in any file; a file that has more faults than events is none. */
    private static final long MAX_FAULTS = 1_000;

    private static final int BUFFER = 1 << 16;
    private static final int MAGIC = 0x8b1f; // RFC 1952

    /** How a file came to its end. */
    enum End {
        WHOLE,
        /** Its last line has no end and is no event. */
        CUT,
        UNPACKABLE,
        TOO_LARGE,
        TOO_MANY_FAULTS,
        /** Whoever takes the lines wants no more. */
        LEFT
    }

    /** Takes what is read. */
    interface Lines {

        /** Takes an event; returns whether the next one is wanted. */
        boolean event(long line, ProtocolEvent event);

        /** Takes what is wrong with a line. */
        void fault(long line, InvalidEventException fault);
    }

    private final EventLineReader reader;
    private final EventParser parser = new EventParser();
    private long events;
    private long faults;
    private boolean isLastFaulty;

    private EventFile(InputStream in) {
        reader = new EventLineReader(in);
    }

    /**
     * Opens a file.
     *
     * @throws ZipException or {@link EOFException} if it is damaged so early that nothing is read
     */
    static EventFile of(InputStream in) throws IOException {
        BufferedInputStream buffer = new BufferedInputStream(in, BUFFER);
        buffer.mark(2);
        int magic = buffer.read() | buffer.read() << Byte.SIZE;
        buffer.reset();
        return new EventFile(magic == MAGIC ? new GZIPInputStream(buffer, BUFFER) : buffer);
    }

    /** Returns the number of the line that was read last. */
    long line() {
        return Math.max(1, reader.number());
    }

    /**
     * Reads the file.
     *
     * @throws IOException if the stream fails for another reason than its content
     */
    End read(Lines lines) throws IOException {
        try {
            for (byte[] line = reader.next(); line != null; line = reader.next()) {
                if (!take(line, lines)) {
                    return End.LEFT;
                }
                if (reader.bytes() > MAX_BYTES || reader.number() >= MAX_LINES) {
                    return End.TOO_LARGE;
                }
                if (faults > MAX_FAULTS && faults > events) {
                    return End.TOO_MANY_FAULTS;
                }
            }
        } catch (EOFException | ZipException e) {
            return End.UNPACKABLE;
        }
        return isLastFaulty && !reader.isEnded() ? End.CUT : End.WHOLE;
    }

    private boolean take(byte[] line, Lines lines) {
        try {
            ProtocolEvent event = parser.parse(line);
            events++;
            isLastFaulty = false;
            return lines.event(reader.number(), event);
        } catch (InvalidEventException e) {
            faults++;
            isLastFaulty = true;
            lines.fault(reader.number(), e);
            return true;
        }
    }
}
