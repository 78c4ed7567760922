package dev.overlap.engine.connect;

import dev.overlap.engine.request.ConnectFailedException;
import dev.overlap.engine.request.FailureClassifier;
import dev.overlap.engine.task.Closer;
import dev.overlap.trace.ConnectAttempt;
import dev.overlap.trace.FailureKind;

import org.apache.hc.core5.concurrent.ComplexFuture;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;

/**
 * Opens a connection to a name that may have several addresses, for both clients.
 *
 * <p>Problem: an address may not respond at all, and the system gives up a connect only after
 * minutes. Solution, following RFC 8305 ("Happy Eyeballs"), sections 4 and 5: the addresses are
 * tried one after another, alternating between the families. The next attempt begins as soon as the
 * last one has failed, or after {@link #ATTEMPT_DELAY}, while earlier ones continue. The first
 * connection is used, all others are closed.
 *
 * <p>Not implemented: querying both families concurrently (section 3), since the system's resolver
 * answers for both; and remembering which address was faster, since each run is to begin under the
 * same conditions.
 *
 * <p>Thread-safe; the end of an attempt may be reported by any thread while another begins.
 */
public final class ConnectRace<C> {

    /** Recommended by RFC 8305, section 8. */
    static final Duration ATTEMPT_DELAY = Duration.ofMillis(250);

    private static final Logger LOG = LoggerFactory.getLogger(ConnectRace.class);

    /**
     * Opens connections.
     *
     * @param <C> the type of connection
     */
    public interface Connector<C> {

        /** Creates an attempt without starting it. */
        Attempt attempt(InetSocketAddress address, Listener<C> listener);

        /** Runs a step after a delay, on any thread; a cancel withdraws it. */
        Future<?> later(Duration delay, Runnable step);

        /** Closes a connection that is no longer needed. */
        void close(C connection);
    }

    /** An attempt to connect to one address. */
    public interface Attempt {

        /** Starts to connect; may return before the attempt has ended. */
        void begin();

        /** Abandons the attempt and closes its socket, whatever its state. */
        void cancel();
    }

    /** Is notified once when an attempt begins, and then once when it ends. */
    public interface Listener<C> extends FutureCallback<C> {

        /**
         * The socket is about to connect.
         *
         * @return false if it must not, since the race is decided
         */
        boolean begins();
    }

    private final Connector<C> connector;
    private final AttemptRecorder recorder;
    private final ComplexFuture<C> result;
    private final Deque<InetSocketAddress> left;
    private final List<Contender> contenders = new ArrayList<>();
    private final List<ConnectFailedException.Attempt> failures = new ArrayList<>();
    private @Nullable Future<?> next;
    private boolean decided;

    /**
     * Creates a race without starting it.
     *
     * @param addresses the addresses of one name, at least one, in the order of the resolver
     * @param result receives the connection, or the reason why there is none; cancelling it closes
     *     everything
     */
    public ConnectRace(
            Collection<InetSocketAddress> addresses,
            Connector<C> connector,
            AttemptRecorder recorder,
            ComplexFuture<C> result) {
        this.left = new ArrayDeque<>(inTurn(addresses));
        this.connector = connector;
        this.recorder = recorder;
        this.result = result;
    }

    /**
     * Returns the order in which addresses are tried: that of the resolver, but alternating between
     * the families (RFC 8305, section 4), beginning with that of the first.
     */
    static List<InetSocketAddress> inTurn(Collection<InetSocketAddress> addresses) {
        Deque<InetSocketAddress> first = new ArrayDeque<>();
        Deque<InetSocketAddress> second = new ArrayDeque<>();
        for (InetSocketAddress address : addresses.stream().distinct().toList()) {
            boolean sameFamily = first.isEmpty() || family(first.peek()).equals(family(address));
            (sameFamily ? first : second).add(address);
        }
        List<InetSocketAddress> order = new ArrayList<>();
        while (!first.isEmpty() || !second.isEmpty()) {
            addTo(order, first.poll());
            addTo(order, second.poll());
        }
        return order;
    }

    private static Class<? extends InetAddress> family(InetSocketAddress address) {
        return address.getAddress().getClass();
    }

    private static void addTo(List<InetSocketAddress> order, @Nullable InetSocketAddress address) {
        if (address != null) {
            order.add(address);
        }
    }

    /** Starts with the first address. */
    public void start() {
        result.setDependency(this::stop);
        if (result.isDone()) {
            stop(); // a cancel may have come between the two
        }
        recorder.connecting();
        beginNext(0);
    }

    /** Begins the next attempt, unless the number of attempts begun has changed. */
    private void beginNext(int begun) {
        Contender contender = contender(begun);
        if (contender == null) {
            return;
        }
        try {
            contender.attempt.begin();
        } catch (RuntimeException e) {
            contender.failed(e);
        } catch (Error e) {
            contender.failed(new IOException("a connect could not be begun", e));
        }
    }

    private synchronized @Nullable Contender contender(int begun) {
        if (decided || contenders.size() != begun || left.isEmpty()) {
            return null;
        }
        Contender contender = new Contender(begun, left.remove());
        contenders.add(contender);
        return contender;
    }

    private void awaitNext(int begun) {
        try {
            synchronized (this) {
                if (!decided && contenders.size() == begun && !left.isEmpty()) {
                    next = connector.later(ATTEMPT_DELAY, () -> beginNext(begun));
                }
            }
        } catch (RuntimeException e) { // the timer was shut down: the engine is being closed
            giveUp(e);
        }
    }

    private void giveUp(Exception cause) {
        if (decide(null)) {
            result.failed(cause);
        }
    }

    /**
     * Ends the race, if it has not ended.
     *
     * @param winner the winner, or null if there is none
     */
    private boolean decide(@Nullable Contender winner) {
        List<Contender> losers;
        synchronized (this) {
            if (decided) {
                return false;
            }
            decided = true;
            losers = contenders.stream().filter(one -> !one.equals(winner) && !one.over).toList();
        }
        if (winner != null) {
            winner.ended(new ConnectAttempt.Connected());
        }
        new Closer()
                .run(this::withdrawNext)
                .forEach(losers, Contender::close)
                .log(LOG, "an attempt to connect was not closed as it should");
        return true;
    }

    private void withdrawNext() {
        Future<?> waiting;
        synchronized (this) {
            waiting = next;
        }
        if (waiting != null) {
            waiting.cancel(false);
        }
    }

    private synchronized boolean isDecided() {
        return decided;
    }

    private boolean stop() {
        return decide(null);
    }

    private synchronized Exception whole(Exception last) {
        return failures.size() < 2 ? last : new ConnectFailedException(failures);
    }

    /** One address in the race. */
    private final class Contender implements Listener<C> {

        private final int number;
        private final InetSocketAddress address;
        private final Attempt attempt;
        private @Nullable ConnectAttempt begun;
        private boolean over;

        Contender(int number, InetSocketAddress address) {
            this.number = number;
            this.address = address;
            this.attempt = connector.attempt(address, this);
        }

        @Override
        public boolean begins() {
            synchronized (ConnectRace.this) {
                if (decided) {
                    return false;
                }
                begun = recorder.attempts(address.getAddress());
            }
            awaitNext(number + 1);
            return !isDecided();
        }

        @Override
        public void completed(C connection) {
            if (!decide(this) || !result.completed(connection)) {
                connector.close(connection);
            }
        }

        @Override
        public void failed(Exception cause) {
            if (!isLast(cause)) {
                beginNext(number + 1);
            } else {
                giveUp(whole(cause));
            }
        }

        /** The connector is being closed, unless this attempt was abandoned. */
        @Override
        public void cancelled() {
            if (decide(null)) {
                result.cancel();
            }
        }

        /**
         * Removes this attempt from the race; returns whether there is no other, current or to
         * come.
         */
        private boolean isLast(Exception cause) {
            synchronized (ConnectRace.this) {
                if (!decided && !over) {
                    over = true;
                    FailureKind kind = FailureClassifier.of(cause, "").kind();
                    failures.add(
                            new ConnectFailedException.Attempt(address.getAddress(), cause, kind));
                    ended(new ConnectAttempt.Failed(kind));
                }
                return left.isEmpty() && contenders.stream().allMatch(one -> one.over);
            }
        }

        void close() {
            attempt.cancel();
            ended(new ConnectAttempt.Closed());
        }

        /** Records the end of the attempt; a failure to do so must not keep the others open. */
        private void ended(ConnectAttempt.Result how) {
            ConnectAttempt known = begun;
            if (known != null) {
                new Closer()
                        .run(() -> recorder.attempted(known, how))
                        .log(LOG, "an attempt to connect could not be recorded");
            }
        }
    }
}
