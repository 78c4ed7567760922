package dev.overlap.storage;

import org.jspecify.annotations.Nullable;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** An output stream that, after its first failure, throws the same exception for every call. */
final class FailFastOutputStream extends FilterOutputStream {

    private @Nullable IOException failure;

    FailFastOutputStream(OutputStream out) {
        super(out);
    }

    /**
     * Returns normally if nothing has failed.
     *
     * @throws IOException the first failure
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
