package dev.overlap.lab;

import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A port that recovers from failures to accept. HttpCore's accepting thread ends silently when
 * {@code accept} fails, as it does when the process runs out of file descriptors. Accepted
 * connections stay open, but every new one is refused.
 *
 * <p>So before the accepting thread of a {@link LabHttpServer} ends, it waits until descriptors are
 * available and opens a new server on the same port. The old server keeps serving its connections,
 * and is closed after the last of them. Meanwhile new clients are refused at once, and {@link
 * #problem()} says why. Rejected: counting connections and pausing before the limit, because the
 * client in the same process takes descriptors, too.
 *
 * <p>Every method may be called from any thread.
 */
final class ListeningPort implements AutoCloseable {

    private static final long RETRY_MILLIS = 100;
    private static final long SWEEP_MILLIS = 1_000;
    private static final long END_MILLIS = 2_000;

    private final Protocol protocol;
    private final @Nullable TlsStrategy tls;
    private final LabContext lab;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<LabHttpServer> retired = new ArrayList<>();

    private int number;
    private @Nullable LabHttpServer server;
    private volatile @Nullable String problem;

    private ListeningPort(Protocol protocol, @Nullable TlsStrategy tls, LabContext lab) {
        this.protocol = protocol;
        this.tls = tls;
        this.lab = lab;
    }

    /**
     * Starts to listen.
     *
     * @param number the port number; 0 for a free one
     * @param tls the TLS strategy; null for plain text
     * @throws IOException in one sentence, if the port is not available
     */
    static ListeningPort open(
            Protocol protocol, int number, @Nullable TlsStrategy tls, LabContext lab)
            throws IOException {
        if (!FileDescriptorProbe.available()) {
            throw new IOException(
                    "The lab cannot start, because this program has no file descriptors left;"
                            + " close something or raise the limit (ulimit -n).");
        }
        ListeningPort port = new ListeningPort(protocol, tls, lab);
        port.listen(number);
        return port;
    }

    /** Returns the port number. */
    synchronized int number() {
        return number;
    }

    /**
     * Returns a sentence on what prevented it from accepting, and whether that is over; null if
     * nothing did.
     */
    @Nullable String problem() {
        return problem;
    }

    /** Returns the number of open connections. */
    int connections() {
        return servers().stream().mapToInt(LabHttpServer::connections).sum();
    }

    private synchronized void listen(int wanted) throws IOException {
        LabHttpServer next = new LabHttpServer(protocol, tls, lab, this::recover);
        try {
            number = next.listen(wanted);
            server = next;
        } finally {
            if (server != next) {
                next.end();
            }
        }
    }

    /** Reopens the port; run by an accepting thread before it ends. */
    private void recover(LabHttpServer ended) {
        PortOutage portOutage = new PortOutage(protocol.word(), ended.reason(), Instant.now());
        if (retire(ended, portOutage)) {
            while (!reopen(portOutage) && !closedWithin(RETRY_MILLIS)) {
                // until descriptors and the port are available
            }
        }
    }

    private synchronized boolean retire(LabHttpServer ended, PortOutage portOutage) {
        if (ended != server || isClosed()) {
            return false; // closed by us
        }
        problem = portOutage.lasting();
        server = null;
        retired.add(ended);
        scheduleSweep();
        return true;
    }

    private synchronized boolean reopen(PortOutage portOutage) {
        if (isClosed() || !FileDescriptorProbe.available()) {
            return isClosed();
        }
        try {
            listen(number);
        } catch (IOException | RuntimeException | Error e) {
            return false; // no descriptor after all, or no thread: try again
        }
        problem = portOutage.over(Instant.now());
        return true;
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private boolean closedWithin(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return isClosed(); // HttpCore interrupts the threads of a reactor that ends
        }
    }

    private void scheduleSweep() {
        var _ = lab.clock().timer().schedule(this::sweep, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void sweep() {
        if (server
                != null) { // else the accepting thread of a retired server is still reopening the
            // port
            retired.removeIf(ListeningPort::endIfIdle);
        }
        if (!retired.isEmpty()) {
            scheduleSweep();
        }
    }

    private static boolean endIfIdle(LabHttpServer old) {
        if (old.connections() > 0) {
            return false;
        }
        old.end();
        return true;
    }

    /**
     * Closes all connections at once and waits, two seconds at most, until the threads have ended.
     */
    @Override
    public void close() {
        closed.countDown();
        List<LabHttpServer> servers = servers();
        Stream<Runnable> ends = servers.stream().map(server -> server::end);
        CloseSequence.end(Stream.concat(ends, Stream.of(() -> join(servers))).iterator());
    }

    private static void join(List<LabHttpServer> servers) {
        try {
            for (LabHttpServer each : servers) {
                each.join(END_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<LabHttpServer> servers() {
        List<LabHttpServer> all = new ArrayList<>(retired);
        if (server != null) {
            all.add(server);
        }
        return all;
    }
}
