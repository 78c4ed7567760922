package dev.overlap.protocol;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Splits a stream into lines, whatever it holds: of a line that is too long only the begin is kept,
 * and one that does not end at all is the last one. Blank lines are skipped.
 *
 * <p>Threads: one at a time. Blocks as the stream does.
 */
public final class EventLineReader {

    /** The longest line that is an event. */
    public static final int MAX_BYTES = 64 << 10;

    /** A line of this length has no end worth waiting for. */
    private static final int MAX_SKIPPED = 16 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[MAX_BYTES];
    private final byte[] line = new byte[MAX_BYTES + 1];
    private int from;
    private int to;
    private int length;
    private long skipped;
    private long number;
    private long bytes;
    private boolean isEnded;
    private boolean isLast;

    /** Creates a reader; does not close the stream. */
    public EventLineReader(InputStream in) {
        this.in = in;
    }

    /**
     * Returns the next line without its end; one that is longer than {@link #MAX_BYTES} with one
     * byte more than that. Returns null at the end.
     *
     * @throws IOException as the stream does
     */
    public byte @Nullable [] next() throws IOException {
        while (!isLast) {
            if (readLine() && !isBlank()) {
                return Arrays.copyOf(line, length);
            }
        }
        return null;
    }

    /** Returns the number of the line that was read last, from 1. */
    public long number() {
        return number;
    }

    /** Returns the number of bytes that were read from the stream. */
    public long bytes() {
        return bytes;
    }

    /** Returns whether the line that was read last has an end of line. */
    public boolean isEnded() {
        return isEnded;
    }

    /** Reads a line; returns false if there is none. */
    private boolean readLine() throws IOException {
        length = 0;
        skipped = 0;
        isEnded = false;
        while (!isEnded && skipped < MAX_SKIPPED && fill()) {
            take();
        }
        isLast = !isEnded;
        boolean isLine = isEnded || length > 0;
        number += isLine ? 1 : 0;
        return isLine;
    }

    private boolean fill() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, in.read(buffer));
            bytes += to;
        }
        return from < to;
    }

    /** Takes what the buffer holds of the line. */
    private void take() {
        int end = from;
        while (end < to && buffer[end] != '\n') {
            end++;
        }
        int kept = Math.min(end - from, line.length - length);
        System.arraycopy(buffer, from, line, length, kept);
        length += kept;
        skipped += end - from - kept;
        isEnded = end < to;
        from = isEnded ? end + 1 : end;
    }

    private boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
