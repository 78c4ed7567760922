package dev.overlap.cli.report;

import org.jspecify.annotations.Nullable;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Where results are printed. As {@link PrintStream} does, it never throws; other than that, it
 * knows why it could not be written: {@code overlap ... | head -1} is done when {@code head} is,
 * but results that a full disk has swallowed are a fault.
 *
 * <p>Lines are gathered until {@link #flush} is called. Threads: any.
 */
public final class ResultStream extends PrintStream {

    private final Channel channel;

    public ResultStream(OutputStream out, Charset charset) {
        this(new Channel(out), charset);
    }

    private ResultStream(Channel channel, Charset charset) {
        super(channel, false, charset);
        this.channel = channel;
    }

    /** Standard output, without the stream in between that forgets why it failed. */
    public static ResultStream standard() {
        return new ResultStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
                System.out.charset());
    }

    /** One that swallows everything. */
    public static ResultStream silence() {
        return new ResultStream(OutputStream.nullOutputStream(), StandardCharsets.UTF_8);
    }

    /** Prints an object of JSON Lines, which know no other end of a line than a line feed. */
    public void printObject(String object) {
        print(object + "\n");
    }

    /** Whether whoever read this has gone: there is no use in going on. */
    public boolean isCutOff() {
        return failure().filter(ResultStream::isBrokenPipe).isPresent();
    }

    /** Why something could not be written, if so; writes what is gathered first. */
    public Optional<IOException> failure() {
        flush();
        return Optional.ofNullable(channel.failure);
    }

    /** Java has no type for it; the systems' own words, in every language tried, hold this one. */
    private static boolean isBrokenPipe(IOException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }

    /** Remembers the first failure. */
    private static final class Channel extends OutputStream {
        private final OutputStream out;
        private volatile @Nullable IOException failure;

        Channel(OutputStream out) {
            this.out = out;
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
            if (failure != null) {
                throw new IOException(failure);
            }
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
}
