package dev.overlap.engine.http;

import dev.overlap.httpcore.BlockingResponseParser;

import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.jspecify.annotations.Nullable;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import javax.net.ssl.SSLSocket;

/**
 * A connection of the classic client that checks whether it may be reused. Input without a request
 * is not a response (RFC 9112, section 9.2), so a connection with unread input is not reused.
 *
 * <p>Problem: a blocking socket can cheaply check for input (about a microsecond), but detects a
 * close by its peer only by a read, which waits for a millisecond if the connection is fine.
 * HttpClient does the latter after two seconds of idling, and considers input a good sign.
 *
 * <p>Solution: check for input before each reuse; after two seconds of idling, and before a request
 * that cannot be repeated, read as well. A close in between is detected by the request itself,
 * which is repeated on a fresh connection, see {@link ExchangeRecorder#mayRepeat}.
 *
 * <p>Limitation: encrypted input may be a session ticket, so it takes a read there, too.
 *
 * <p>Threads: used by the thread that has leased it, one at a time.
 */
final class KeptConnection extends DefaultManagedHttpClientConnection {

    private static final long LONG_IDLE_NANOS = Duration.ofSeconds(2).toNanos();
    private static final AtomicLong COUNT = new AtomicLong();

    private final BlockingResponseParser parser;
    private volatile TrackedConnection.@Nullable ExchangeObserver exchange;
    private volatile long idleSince = System.nanoTime();

    private KeptConnection(String id, Http1Config config, BlockingResponseParser parser) {
        super(id, null, null, config, null, null, null, _ -> parser);
        this.parser = parser;
    }

    /** Returns a connection without a socket. */
    static KeptConnection unbound(Http1Config config) {
        return new KeptConnection(
                "http-outgoing-" + COUNT.getAndIncrement(),
                config,
                new BlockingResponseParser(config));
    }

    /** Assigns the following input to an exchange. */
    void carries(TrackedConnection.ExchangeObserver observer) {
        exchange = observer;
    }

    @Override
    public void bind(Socket socket) throws IOException {
        bind(new CountedSocket(socket));
    }

    @Override
    public void bind(SSLSocket encrypted, Socket socket) throws IOException {
        bind(new CountedSocket(encrypted, socket));
    }

    @Override
    public void passivate() {
        exchange = null; // an idle connection in the pool must not retain the task
        idleSince = System.nanoTime();
        super.passivate();
    }

    /**
     * Returns whether there is input that no response has consumed, as far as can be determined
     * without a read.
     */
    boolean hasUnreadInput() {
        SocketHolder holder = getSocketHolder();
        try {
            return parser.hasUnreadInput()
                    || (holder != null && holder.getInputStream().available() > 0);
        } catch (IOException e) {
            return true; // closed or broken: not to be reused either
        }
    }

    @Override
    public boolean isStale() throws IOException {
        if (!isOpen() || hasUnreadInput()) {
            return true;
        }
        boolean idledLong = System.nanoTime() - idleSince > LONG_IDLE_NANOS;
        return (idledLong || hasEncryptedInput()) && isStaleByRead();
    }

    private boolean hasEncryptedInput() throws IOException {
        SocketHolder holder = getSocketHolder();
        return holder != null
                && holder.getSSLSocket() != null
                && holder.getBaseSocket().getInputStream().available() > 0;
    }

    /** Reads for at most a millisecond, to detect whether the peer has closed or sent something. */
    boolean isStaleByRead() throws IOException {
        return super.isStale() || hasUnreadInput();
    }

    /** Reports every byte to the exchange. */
    private final class CountedSocket extends SocketHolder {

        CountedSocket(Socket socket) {
            super(socket);
        }

        CountedSocket(SSLSocket encrypted, Socket socket) {
            super(encrypted, socket);
        }

        @Override
        protected InputStream getInputStream(Socket socket) throws IOException {
            return new CountedInput(super.getInputStream(socket));
        }
    }

    private final class CountedInput extends FilterInputStream {

        CountedInput(InputStream input) {
            super(input);
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            counted(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int n = super.read(bytes, from, length);
            counted(n);
            return n;
        }

        private void counted(int n) throws IOException {
            TrackedConnection.ExchangeObserver observer = exchange;
            if (n > 0 && observer != null) {
                observer.came(n);
            }
        }
    }
}
