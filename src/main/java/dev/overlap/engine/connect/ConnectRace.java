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
 * Opens one connection to a name that may have several addresses, as both clients do it.
 *
 * <p>Problem: an address may swallow what it is sent, and the system gives a connect up only after
 * minutes. Remedy, after RFC 8305 ("Happy Eyeballs"), sections 4 and 5: the addresses are tried one
 * after another, the families in turn. The next attempt begins as soon as the last one has failed,
 * or after {@link #ATTEMPT_DELAY}, and those before go on beside it. The first that connects is
 * taken, all others are closed.
 *
 * <p>Not taken from it: asking for both families at once (section 3), since the system's resolver
 * answers for both; and remembering which address was faster, since each run is to begin alike.
 *
 * <p>Threads: safe for all; what ends an attempt may call from any thread, while another begins.
 */
public final class ConnectRace<C> {

    /** Recommended by RFC 8305, section 8. */
    static final Duration ATTEMPT_DELAY = Duration.ofMillis(250);

    private static final Logger LOG = LoggerFactory.getLogger(ConnectRace.class);

    /**
     * How connections are opened.
     *
     * @param <C> a connection
     */
    public interface Connector<C> {

        /** An attempt that is still to be begun. */
        Attempt attempt(InetSocketAddress address, Listener<C> listener);

        /** Has a step done after a delay, on any thread; a cancel withdraws it. */
        Future<?> later(Duration delay, Runnable step);

        /** Closes a connection that nobody wants any more. */
        void close(C connection);
    }

    /** A connect to one address. */
    public interface Attempt {

        /** Connects; may return before that is over. */
        void begin();

        /** Gives it up and closes its socket, whatever it has come to. */
        void cancel();
    }

    /** What an attempt tells: once that it begins, and then once how it ends. */
    public interface Listener<C> extends FutureCallback<C> {

        /**
         * The socket connects from now on.
         *
         * @return false if it must not, since all is decided
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
     * A race that is still to be started.
     *
     * @param addresses of one name, one or more, as the resolver gave them
     * @param result gets the connection, or why there is none; cancelling it closes everything
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
     * The order in which addresses are tried: that of the resolver, but with the families in turn
     * (RFC 8305, section 4), beginning with that of the first.
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

    /** Begins with the first address. */
    public void start() {
        result.setDependency(this::stop);
        if (result.isDone()) {
            stop(); // a cancel may have come between the two
        }
        recorder.connecting();
        beginNext(0);
    }

    /** Begins the next attempt, if so many have begun and no more. */
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
        } catch (RuntimeException e) { // no timer any more: the engine is being closed
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
     * @param winner or null if there is none
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

        /** Whoever opens connections is being closed, unless this one was given up. */
        @Override
        public void cancelled() {
            if (decide(null)) {
                result.cancel();
            }
        }

        /** Takes this one out of the race; returns whether no other is in it or to come. */
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

        /** What cannot be recorded must not keep the others open. */
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
