package dev.overlap.storage;

import org.jspecify.annotations.Nullable;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A stream that remembers why it first failed, and fails for good from then on. */
final class FailFastOutputStream extends FilterOutputStream {

    private @Nullable IOException failure;

    FailFastOutputStream(OutputStream out) {
        super(out);
    }

    /**
     * Returns if nothing has failed yet.
     *
     * @throws IOException what failed first
     */
    void check() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        attempt(() -> out.write(bytes, from, count));
    }

    @Override
    public void flush() throws IOException {
        attempt(out::flush);
    }

    private void attempt(Attempt attempt) throws IOException {
        check();
        try {
            attempt.run();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    private interface Attempt {
        void run() throws IOException;
    }
}
