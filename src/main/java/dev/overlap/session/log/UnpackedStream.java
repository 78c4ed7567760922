package dev.overlap.session.log;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.util.zip.GZIPInputStream;

/**
 * The content of a file that may be compressed by gzip, up to a limit: a few kilobytes can be
 * unpacked to terabytes.
 *
 * <p>Logs shrink to about a tenth. What shrinks to less than a 250th and is large was made to fill
 * a disk or a memory, and is not read for minutes until the limit is reached.
 */
final class UnpackedStream extends FilterInputStream {

    private static final long MAX_BYTES = 2L << 30;
    private static final long MAX_SUSPICIOUS_BYTES = 64 << 20;
    private static final int MAX_RATIO = 250;
    private static final int BUFFER = 1 << 16;
    private static final int MAGIC = 0x8b1f;

    private final CountingStream packed;
    private long bytes;
    private boolean isAtEnd;

    /** The content is larger than that of any session. */
    static final class TooLargeException extends IOException {
        @Serial private static final long serialVersionUID = 1;
    }

    private UnpackedStream(InputStream content, CountingStream packed) {
        super(content);
        this.packed = packed;
    }

    /** Returns the content of a file, unpacked if its first bytes say that it is compressed. */
    static UnpackedStream of(InputStream in) throws IOException {
        CountingStream counted = new CountingStream(in);
        BufferedInputStream buffer = new BufferedInputStream(counted, BUFFER);
        buffer.mark(2);
        int magic = buffer.read() | buffer.read() << Byte.SIZE;
        buffer.reset();
        return new UnpackedStream(
                magic == MAGIC ? new GZIPInputStream(buffer, BUFFER) : buffer, counted);
    }

    /** Returns whether all was read, and more was asked for. */
    boolean isAtEnd() {
        return isAtEnd;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        count(octet < 0 ? -1 : 1);
        return octet;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = super.read(into, from, length);
        count(count);
        return count;
    }

    private void count(int more) throws IOException {
        isAtEnd |= more < 0;
        bytes += Math.max(0, more);
        boolean isBomb = bytes > MAX_SUSPICIOUS_BYTES && bytes / MAX_RATIO > packed.bytes;
        if (isBomb || bytes > MAX_BYTES) {
            throw new TooLargeException();
        }
    }

    /** Counts what is read from the file. */
    private static final class CountingStream extends FilterInputStream {
        private long bytes;

        CountingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            bytes += octet < 0 ? 0 : 1;
            return octet;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = super.read(into, from, length);
            bytes += Math.max(0, count);
            return count;
        }
    }
}
