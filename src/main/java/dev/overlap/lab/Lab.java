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
 * An embedded HTTP server on the loopback address whose behaviour is declared by the URL alone, or
 * by the host if it plays that one; its {@code /} lists the possible behaviours. Every reply says
 * when it was really sent, in the header {@value #SENT_AFTER}: milliseconds with three decimals
 * from reading the head of the request to passing the head of the reply to the socket.
 *
 * <p>HTTP/1.1 is available from the start. TLS, with HTTP/1.1 and HTTP/2, and plain-text HTTP/2
 * have ports of their own, opened on first use.
 *
 * <p>Every method may be called from any thread. All its threads are daemons whose names begin with
 * {@code lab-}: one timer and, for each open port, one thread that accepts and one that serves all
 * connections.
 */
public final class Lab implements AutoCloseable {

    /** The header with the time at which a reply was sent. */
    static final String SENT_AFTER = SentAfterHeader.HEADER;

    /** The header with the declared time of a reply. */
    static final String DECLARED = BehaviourExecution.DECLARED;

    private final LabContext lab;
    private final List<ListeningPort> ports = new CopyOnWriteArrayList<>();
    private final ListeningPort http;
    private final Object opening = new Object();

    private @Nullable ListeningPort https;
    private @Nullable ListeningPort h2c;
    private @Nullable SelfSignedCertificate selfSigned;
    private volatile boolean closed;

    private Lab(int number, VirtualHosts hosts) throws IOException {
        lab = new LabContext(new LabClock(), hosts);
        try {
            http = ListeningPort.open(Protocol.HTTP, number, null, lab);
        } catch (IOException | RuntimeException | Error e) {
            lab.clock().close();
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
     * @throws IOException if the port is not available
     */
    public static Lab start(int port) throws IOException {
        return new Lab(port, VirtualHosts.none());
    }

    /**
     * Starts a lab on a free port that plays hosts by name: a request for one of them is answered
     * as it was declared, whatever its path, over http and https.
     */
    public static Lab start(VirtualHosts hosts) throws IOException {
        return new Lab(0, hosts);
    }

    /** Returns the base URI for HTTP/1.1, such as {@code http://127.0.0.1:41733}. */
    public URI uri() {
        return uri("http", http);
    }

    /**
     * Returns the base URI for HTTP/1.1 over TLS and, if the client offers it in the handshake,
     * HTTP/2. The first call creates a key, which takes about a second.
     *
     * @throws IOException in one sentence, if no key can be created or no port is available
     */
    public URI tlsUri() throws IOException {
        synchronized (opening) {
            if (https == null) {
                var tls = new H2ServerTlsStrategy(selfSigned().context());
                https = open(Protocol.HTTPS, tls);
            }
            return uri("https", https);
        }
    }

    /**
     * Returns the base URI for plain-text HTTP/2 with prior knowledge. Opened by the first call.
     *
     * @throws IOException in one sentence, if no port is available
     */
    URI h2cUri() throws IOException {
        synchronized (opening) {
            if (h2c == null) {
                h2c = open(Protocol.H2C, null);
            }
            return uri("http", h2c);
        }
    }

    /**
     * Returns the certificate of {@link #tlsUri}: created at run time, valid for {@code localhost},
     * {@code 127.0.0.1} and the hosts that the lab plays. Clients of the lab trust only this one.
     *
     * @throws IOException in one sentence, if no key can be created
     */
    public X509Certificate certificate() throws IOException {
        synchronized (opening) {
            return selfSigned().certificate();
        }
    }

    /**
     * Returns a sentence on what prevented the lab from accepting connections, such as a lack of
     * file descriptors, and whether that is over; null if nothing ever did.
     */
    @Nullable String problem() {
        return ports.stream()
                .map(ListeningPort::problem)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private SelfSignedCertificate selfSigned() throws IOException {
        if (selfSigned == null) {
            selfSigned = SelfSignedCertificate.create(lab.hosts().names());
        }
        return selfSigned;
    }

    private ListeningPort open(Protocol protocol, @Nullable H2ServerTlsStrategy tls)
            throws IOException {
        ListeningPort port = ListeningPort.open(protocol, 0, tls, lab);
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

    /** Returns the number of open connections. */
    public int connections() {
        return ports.stream().mapToInt(ListeningPort::connections).sum();
    }

    /** Returns the number of scheduled actions. */
    int waiting() {
        return lab.clock().waiting();
    }

    /** Closes all connections at once; returns when all threads of the lab have ended. */
    @Override
    public void close() {
        closed = true;
        Stream<Runnable> ends = ports.stream().map(port -> port::close);
        CloseSequence.end(Stream.concat(Stream.of(lab.clock()::close), ends).iterator());
    }
}
