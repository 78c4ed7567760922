package dev.overlap.lab;

import org.apache.hc.core5.http2.ssl.H2ServerTlsStrategy;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The embedded server, on the loopback address only, whose behaviour is declared by the URL alone:
 * its {@code /} lists what it can do. Every reply says when it was really sent, in the header
 * {@value #SENT_AFTER}: milliseconds, with three decimals, from the instant at which the head of
 * the request was read to the instant at which the head of the reply was handed to the socket.
 *
 * <p>HTTP/1.1 is there from the start. TLS, with HTTP/1.1 and HTTP/2, and HTTP/2 in plain text have
 * ports of their own that are opened when they are first asked for.
 *
 * <p>Every method may be called from any thread. All its threads are daemons whose names begin with
 * {@code lab-}, so it ends with the program: one timer, and for each open port one that accepts and
 * one that serves, however many connections there are.
 */
public final class Lab implements AutoCloseable {

    /** The header that says when a reply was sent. */
    public static final String SENT_AFTER = SentAfterHeader.HEADER;

    /** The header that says how long a reply was meant to take. */
    public static final String DECLARED = ExchangeHandler.DECLARED;

    private final LabClock clock = new LabClock();
    private final List<ListeningPort> ports = new CopyOnWriteArrayList<>();
    private final ListeningPort http;
    private final Object opening = new Object();

    private @Nullable ListeningPort https;
    private @Nullable ListeningPort h2c;
    private @Nullable SelfSignedCertificate identity;
    private volatile boolean closed;

    private Lab(int number) throws IOException {
        try {
            http = ListeningPort.open(Protocol.HTTP, number, null, clock);
        } catch (IOException | RuntimeException | Error e) {
            clock.close();
            throw e;
        }
        ports.add(http);
    }

    /** Starts a lab on a free port. */
    public static Lab start() throws IOException {
        return start(0);
    }

    /**
     * Starts a lab.
     *
     * @param port to listen on; 0 for a free one
     * @throws IOException if the port cannot be had
     */
    public static Lab start(int port) throws IOException {
        return new Lab(port);
    }

    /** Where it speaks HTTP/1.1, such as {@code http://127.0.0.1:41733}. */
    public URI uri() {
        return uri("http", http);
    }

    /**
     * Where it speaks HTTP/1.1 and, if the client offers it in the handshake, HTTP/2 over TLS. The
     * first call blocks for about a second, in which a key is made.
     *
     * @throws IOException in one sentence, if no key can be made or no port can be had
     */
    public URI tlsUri() throws IOException {
        synchronized (opening) {
            if (https == null) {
                var tls = new H2ServerTlsStrategy(identity().context());
                https = open(Protocol.HTTPS, tls);
            }
            return uri("https", https);
        }
    }

    /**
     * Where it speaks HTTP/2 in plain text, to clients that know beforehand. Opened by the first
     * call.
     *
     * @throws IOException in one sentence, if no port can be had
     */
    public URI h2cUri() throws IOException {
        synchronized (opening) {
            if (h2c == null) {
                h2c = open(Protocol.H2C, null);
            }
            return uri("http", h2c);
        }
    }

    /**
     * The certificate behind {@link #tlsUri}: made at run time, good for {@code localhost} and
     * {@code 127.0.0.1}. A client of the lab trusts this one and nothing else.
     *
     * @throws IOException in one sentence, if no key can be made
     */
    public X509Certificate certificate() throws IOException {
        synchronized (opening) {
            return identity().certificate();
        }
    }

    /**
     * What kept the lab from taking connections, such as a want of file descriptors, in a sentence
     * that says whether it is over; null if nothing ever did.
     */
    public @Nullable String problem() {
        return ports.stream()
                .map(ListeningPort::problem)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private SelfSignedCertificate identity() throws IOException {
        if (identity == null) {
            identity = SelfSignedCertificate.create();
        }
        return identity;
    }

    private ListeningPort open(Protocol protocol, @Nullable H2ServerTlsStrategy tls)
            throws IOException {
        ListeningPort port = ListeningPort.open(protocol, 0, tls, clock);
        ports.add(port);
        if (closed) { // by another thread, which may have missed this port
            port.close();
            throw new IOException("The lab was closed.");
        }
        return port;
    }

    private static URI uri(String scheme, ListeningPort port) {
        return URI.create(scheme + "://" + LabHttpServer.LOOPBACK + ":" + port.number());
    }

    /** Connections that are open now. */
    public int connections() {
        return ports.stream().mapToInt(ListeningPort::connections).sum();
    }

    /** Things that wait for their time. */
    int waiting() {
        return clock.waiting();
    }

    /** Ends all connections at once; when it returns, no thread of the lab is left. */
    @Override
    public void close() {
        closed = true;
        Stream<Runnable> ends = ports.stream().map(port -> port::close);
        CloseSequence.end(Stream.concat(Stream.of(clock::close), ends).iterator());
    }
}
