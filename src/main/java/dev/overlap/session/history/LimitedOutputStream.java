package dev.overlap.session.history;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serial;

/** A stream that takes a number of bytes and no more. */
final class LimitedOutputStream extends FilterOutputStream {

    /** Thrown by a write beyond the limit. */
    static final class TooLargeException extends IOException {
        @Serial private static final long serialVersionUID = 1;
    }

    private long left;

    LimitedOutputStream(OutputStream out, long bytes) {
        super(out);
        left = bytes;
    }

    @Override
    public void write(int b) throws IOException {
        take(1);
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        take(length);
        out.write(bytes, offset, length);
    }

    private void take(int length) throws IOException {
        left -= length;
        if (left < 0) {
            throw new TooLargeException();
        }
    }
}
