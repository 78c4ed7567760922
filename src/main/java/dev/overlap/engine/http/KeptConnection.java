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
 * A connection of the classic client that tells whether it may carry another exchange. What comes
 * without a request is no reply (RFC 9112, section 9.2): one with anything left to read is not
 * reused.
 *
 * <p>Problem: a socket that blocks says cheaply whether there is input (about a microsecond), but
 * whether its peer has closed it only by a read, which waits for a millisecond if all is well.
 * HttpClient does the latter, after two seconds of idling, and takes input for a good sign.
 *
 * <p>Steps: before each reuse look for input; after two seconds of idling, and before a request
 * that cannot be repeated, read as well. What the peer closes in between is found by the request
 * itself, which is repeated on a fresh connection, see {@link ExchangeRecorder#mayRepeat}.
 *
 * <p>Limit: encrypted input may be a session ticket, so that there, too, only a read tells.
 *
 * <p>Threads: used by whichever thread has leased it, one at a time.
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

    /** A connection without a socket. */
    static KeptConnection unbound(Http1Config config) {
        return new KeptConnection(
                "http-outgoing-" + COUNT.getAndIncrement(),
                config,
                new BlockingResponseParser(config));
    }

    /** From here on what comes belongs to this exchange. */
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
        exchange = null; // a connection that idles in the pool must not keep the task alive
        idleSince = System.nanoTime();
        super.passivate();
    }

    /** Whether something has come that no reply has taken, as far as can be seen without a read. */
    boolean hasUnreadInput() {
        SocketHolder holder = getSocketHolder();
        try {
            return parser.hasUnreadInput()
                    || (holder != null && holder.getInputStream().available() > 0);
        } catch (IOException e) {
            return true; // it is closed, or broken: not to be reused either
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

    /** Reads, for a millisecond at most, to see whether the peer has closed or sent something. */
    boolean isStaleByRead() throws IOException {
        return super.isStale() || hasUnreadInput();
    }

    /** Tells the exchange of every byte. */
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
