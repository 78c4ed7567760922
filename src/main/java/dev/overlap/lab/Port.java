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
 * <p>So the accepting thread of a {@link Loop} does not simply end: as its last act it waits until
 * there are descriptors again and opens a new loop on the same port. The old loop serves the
 * connections that it has, and is ended when the last of them is gone. Clients that come meanwhile
 * are refused at once, and {@link #problem()} says why. Rejected: to count connections and stop
 * accepting before the limit, because the client in the same process takes descriptors too.
 *
 * <p>Every method may be called from any thread.
 */
final class Port implements AutoCloseable {

    private static final long RETRY_MILLIS = 100;
    private static final long SWEEP_MILLIS = 1_000;
    private static final long END_MILLIS = 2_000;

    private final Protocol protocol;
    private final @Nullable TlsStrategy tls;
    private final Clock clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Loop> retired = new ArrayList<>();

    private int number;
    private @Nullable Loop loop;
    private volatile @Nullable String problem;

    private Port(Protocol protocol, @Nullable TlsStrategy tls, Clock clock) {
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
    static Port open(Protocol protocol, int number, @Nullable TlsStrategy tls, Clock clock)
            throws IOException {
        if (!Descriptors.left()) {
            throw new IOException(
                    "The lab cannot start, because this program has no file descriptors left;"
                            + " close something or raise the limit (ulimit -n).");
        }
        Port port = new Port(protocol, tls, clock);
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
        return loops().stream().mapToInt(Loop::connections).sum();
    }

    private synchronized void listen(int wanted) throws IOException {
        Loop next = new Loop(protocol, tls, clock, this::recover);
        try {
            number = next.listen(wanted);
            loop = next;
        } finally {
            if (loop != next) {
                next.end();
            }
        }
    }

    /** The last act of an accepting thread. */
    private void recover(Loop ended) {
        Outage outage = new Outage(protocol.word(), ended.reason(), Instant.now());
        if (retire(ended, outage)) {
            while (!reopen(outage) && !closedWithin(RETRY_MILLIS)) {
                // until there are descriptors and the port can be had
            }
        }
    }

    private synchronized boolean retire(Loop ended, Outage outage) {
        if (ended != loop || isClosed()) {
            return false; // it ends because we end it
        }
        problem = outage.lasting();
        loop = null;
        retired.add(ended);
        sweepLater();
        return true;
    }

    private synchronized boolean reopen(Outage outage) {
        if (isClosed() || !Descriptors.left()) {
            return isClosed();
        }
        try {
            listen(number);
        } catch (IOException | RuntimeException | Error e) {
            return false; // no descriptor after all, or no thread: this one goes on trying
        }
        problem = outage.over(Instant.now());
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
        if (loop != null) { // else the accepting thread of a retired loop is still at work
            retired.removeIf(Port::endedIdle);
        }
        if (!retired.isEmpty()) {
            sweepLater();
        }
    }

    private static boolean endedIdle(Loop old) {
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
        List<Loop> loops = loops();
        Stream<Runnable> ends = loops.stream().map(loop -> loop::end);
        InOrder.end(Stream.concat(ends, Stream.of(() -> join(loops))).iterator());
    }

    private static void join(List<Loop> loops) {
        try {
            for (Loop each : loops) {
                each.join(END_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<Loop> loops() {
        List<Loop> all = new ArrayList<>(retired);
        if (loop != null) {
            all.add(loop);
        }
        return all;
    }
}
