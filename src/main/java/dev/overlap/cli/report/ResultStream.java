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
 * A stream for results. Like any {@link PrintStream} it never throws, but it remembers why it could
 * not be written: {@code overlap ... | head -1} is done when {@code head} is, whereas results lost
 * to a full disk are an error.
 *
 * <p>Output is buffered until {@link #flush} is called. Threads: any.
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

    /** Returns standard output, without {@code System.out}, which forgets why it failed. */
    public static ResultStream standard() {
        return new ResultStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
                System.out.charset());
    }

    /** Returns a stream that discards everything. */
    public static ResultStream silent() {
        return new ResultStream(OutputStream.nullOutputStream(), StandardCharsets.UTF_8);
    }

    /** Returns a stream that writes here, and fails where this one only remembers. */
    public OutputStream failing() {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                ResultStream.this.write(bytes, from, count);
                flush();
            }

            @Override
            public void flush() throws IOException {
                IOException failure = failure().orElse(null);
                if (failure != null) {
                    throw new IOException(failure);
                }
            }
        };
    }

    /** Prints an object of JSON Lines, where a line feed ends a line on every system. */
    void printObject(String object) {
        print(object + "\n");
    }

    /** Returns whether the reader of this stream is gone, so that running on is of no use. */
    public boolean isCutOff() {
        return failure().filter(ResultStream::isBrokenPipe).isPresent();
    }

    /** Flushes the stream and returns why something could not be written, if so. */
    public Optional<IOException> failure() {
        flush();
        return Optional.ofNullable(channel.failure);
    }

    /** Java has no type for it; the message of the system has this word in every language tried. */
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
