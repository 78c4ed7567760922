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
 * A port that goes on listening. HttpCore's accepting thread ends, for good and without a word,
 * when {@code accept} fails, as it does when the process has no file descriptor left. Connections
 * that it had accepted live on, but every new one is refused.
 *
 * <p>So the accepting thread of a {@link LabHttpServer} does not simply end: as its last act it
 * waits until there are descriptors again and opens a new loop on the same port. The old loop
 * serves the connections that it has, and is ended when the last of them is gone. Clients that come
 * meanwhile are refused at once, and {@link #problem()} says why. Rejected: to count connections
 * and stop accepting before the limit, because the client in the same process takes descriptors
 * too.
 *
 * <p>Every method may be called from any thread.
 */
final class ListeningPort implements AutoCloseable {

    private static final long RETRY_MILLIS = 100;
    private static final long SWEEP_MILLIS = 1_000;
    private static final long END_MILLIS = 2_000;

    private final Protocol protocol;
    private final @Nullable TlsStrategy tls;
    private final LabClock clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<LabHttpServer> retired = new ArrayList<>();

    private int number;
    private @Nullable LabHttpServer server;
    private volatile @Nullable String problem;

    private ListeningPort(Protocol protocol, @Nullable TlsStrategy tls, LabClock clock) {
        this.protocol = protocol;
        this.tls = tls;
        this.clock = clock;
    }

    /**
     * Starts to listen.
     *
     * @param number of the port; 0 for a free one
     * @param tls how to shake hands; null for plain text
     * @throws IOException if the port cannot be had, in one sentence
     */
    static ListeningPort open(
            Protocol protocol, int number, @Nullable TlsStrategy tls, LabClock clock)
            throws IOException {
        if (!FileDescriptorProbe.left()) {
            throw new IOException(
                    "The lab cannot start, because this program has no file descriptors left;"
                            + " close something or raise the limit (ulimit -n).");
        }
        ListeningPort port = new ListeningPort(protocol, tls, clock);
        port.listen(number);
        return port;
    }

    /** The port that it listens on. */
    synchronized int number() {
        return number;
    }

    /** What kept it from listening, in a sentence that says whether it is over; null if nothing. */
    @Nullable String problem() {
        return problem;
    }

    /** Connections that are open. */
    int connections() {
        return loops().stream().mapToInt(LabHttpServer::connections).sum();
    }

    private synchronized void listen(int wanted) throws IOException {
        LabHttpServer next = new LabHttpServer(protocol, tls, clock, this::recover);
        try {
            number = next.listen(wanted);
            server = next;
        } finally {
            if (server != next) {
                next.end();
            }
        }
    }

    /** The last act of an accepting thread. */
    private void recover(LabHttpServer ended) {
        PortOutage portOutage = new PortOutage(protocol.word(), ended.reason(), Instant.now());
        if (retire(ended, portOutage)) {
            while (!reopen(portOutage) && !closedWithin(RETRY_MILLIS)) {
                // until there are descriptors and the port can be had
            }
        }
    }

    private synchronized boolean retire(LabHttpServer ended, PortOutage portOutage) {
        if (ended != server || isClosed()) {
            return false; // it ends because we end it
        }
        problem = portOutage.lasting();
        server = null;
        retired.add(ended);
        sweepLater();
        return true;
    }

    private synchronized boolean reopen(PortOutage portOutage) {
        if (isClosed() || !FileDescriptorProbe.left()) {
            return isClosed();
        }
        try {
            listen(number);
        } catch (IOException | RuntimeException | Error e) {
            return false; // no descriptor after all, or no thread: this one goes on trying
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

    private void sweepLater() {
        var _ = clock.timer().schedule(this::sweep, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void sweep() {
        if (server != null) { // else the accepting thread of a retired loop is still at work
            retired.removeIf(ListeningPort::endedIdle);
        }
        if (!retired.isEmpty()) {
            sweepLater();
        }
    }

    private static boolean endedIdle(LabHttpServer old) {
        if (old.connections() > 0) {
            return false;
        }
        old.end();
        return true;
    }

    /** Ends every connection at once and waits, two seconds at most, until the threads are gone. */
    @Override
    public void close() {
        closed.countDown();
        List<LabHttpServer> loops = loops();
        Stream<Runnable> ends = loops.stream().map(server -> server::end);
        CloseSequence.end(Stream.concat(ends, Stream.of(() -> join(loops))).iterator());
    }

    private static void join(List<LabHttpServer> loops) {
        try {
            for (LabHttpServer each : loops) {
                each.join(END_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<LabHttpServer> loops() {
        List<LabHttpServer> all = new ArrayList<>(retired);
        if (server != null) {
            all.add(server);
        }
        return all;
    }
}
