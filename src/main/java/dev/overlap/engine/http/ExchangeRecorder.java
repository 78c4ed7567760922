package dev.overlap.engine.http;

import dev.overlap.engine.connect.AttemptRecorder;
import dev.overlap.engine.request.BodyByteCounter;
import dev.overlap.engine.request.HttpExchangeRequest;
import dev.overlap.engine.request.ResponseHead;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.trace.ConnectAttempt;
import dev.overlap.trace.ConnectionLimit;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TraceRecorder;

import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

import java.net.InetAddress;

/**
 * What the hooks of both HTTP clients call while one exchange goes on. It travels with the request,
 * in its context.
 *
 * <p>Threads: called by whichever thread the hook runs on, one at a time, as the clients hand an
 * exchange from thread to thread; the lock makes what one wrote visible to the next.
 */
public final class ExchangeRecorder
        implements AsyncDnsResolver.Listener, AttemptRecorder, ExchangeObserver {

    private final TaskExecution execution;
    private final TraceRecorder recorder;
    private final int task;
    private Exchange exchange;
    private int attempts;
    private boolean connected;
    private boolean writing;
    private boolean sent;
    private boolean receiving;
    private @Nullable TrackedConnection trackedConnection;

    /** Begins the next exchange of a task. */
    public static ExchangeRecorder begin(TaskExecution execution, HttpExchangeRequest request) {
        return new ExchangeRecorder(execution, execution.nextExchange(), request.label());
    }

    private ExchangeRecorder(TaskExecution execution, int number, String label) {
        this.execution = execution;
        this.recorder = execution.recorder();
        this.task = execution.index();
        this.exchange = Exchange.begin(number, recorder.now(), label);
    }

    /** The context of the request that this watches: the hooks are handed it, and find this. */
    HttpClientContext context() {
        return new Watched(this);
    }

    static ExchangeRecorder of(HttpContext context) {
        return ((Watched) context).exchangeRecorder;
    }

    /** A class of its own instead of an attribute: no map for each request, no search per hook. */
    private static final class Watched extends HttpClientContext {

        private final ExchangeRecorder exchangeRecorder;

        Watched(ExchangeRecorder exchangeRecorder) {
            this.exchangeRecorder = exchangeRecorder;
        }
    }

    TaskExecution execution() {
        return execution;
    }

    @Override
    public int task() {
        return task;
    }

    /** The pool is asked for a connection, within this limit. */
    void leasing(ConnectionLimit limit) {
        recorder.leases(task, limit);
        recorder.enter(task, Phase.LEASE);
    }

    /** The resolver is called. */
    @Override
    public void resolving() {
        recorder.helper("resolver");
        recorder.enter(task, Phase.DNS);
    }

    /** The resolver has answered. */
    @Override
    public void resolved() {
        connecting();
    }

    /** A TCP connection is being opened. */
    @Override
    public synchronized void connecting() {
        connected = true;
        recorder.enter(task, Phase.CONNECT);
    }

    @Override
    public synchronized ConnectAttempt attempts(InetAddress address) {
        ConnectAttempt attempt =
                ConnectAttempt.begin(
                        exchange.number(), attempts++, address.getHostAddress(), recorder.now());
        recorder.note(task, attempt);
        return attempt;
    }

    @Override
    public void attempted(ConnectAttempt attempt, ConnectAttempt.Result result) {
        recorder.note(task, attempt.ended(recorder.now(), result));
    }

    /** TCP is up, and the handshake begins. */
    void shakingHands() {
        recorder.enter(task, Phase.TLS);
    }

    /** A connection is in hand. */
    void sending() {
        recorder.enter(task, Phase.SEND);
    }

    /**
     * The request goes out on this connection. It is a reused one if none was opened for this
     * exchange.
     */
    synchronized void on(String connection) {
        exchange = exchange.on(connection, !connected);
        recorder.note(task, exchange);
    }

    /**
     * The same for the async client, whose connection tells this watch what it reads and writes
     * until the reply is whole.
     */
    synchronized void on(TrackedConnection connection) {
        connection.carries(this);
        trackedConnection = connection;
        on(connection.id());
    }

    /** From here on some of the request may have reached the server. */
    @Override
    public synchronized void writing() {
        writing = true;
    }

    /**
     * The last byte of the request was handed to the system.
     *
     * @param nanoTime taken before the call that did so: the thread may be held up behind it while
     *     the reply is under way
     */
    @Override
    public synchronized void sent(long nanoTime) {
        sent = true;
        recorder.enter(task, Phase.WAIT, nanoTime);
    }

    /** Bytes came. They are of the reply if the request was sent. */
    @Override
    public synchronized void read(long nanoTime) {
        if (sent && !receiving) {
            receiving = true;
            recorder.enter(task, Phase.RECEIVE, nanoTime);
        }
    }

    /** The head of the reply is here. */
    synchronized BodyByteCounter replied(ResponseHead reply) {
        exchange =
                exchange.replied(
                        reply.version(),
                        reply.status(),
                        reply.sentAfterMillis(),
                        reply.declaredMillis());
        recorder.note(task, exchange);
        return new BodyByteCounter(execution.task(), reply.encoding(), execution.received());
    }

    /**
     * Whether the request may be made again after its connection broke: no connection was opened
     * for this exchange, and nothing came on the one it found, so the server had closed that one
     * while it idled. A POST must not have been on its way at all: the server may have read it just
     * before it closed, and a second one would start a second job (RFC 9110, section 9.2.2).
     */
    synchronized boolean foundItStale(Method method) {
        return !connected && !receiving && (method.isIdempotent() || !writing);
    }

    /** The connection is about to be given back, to whoever waits for one. */
    void releasing() {
        recorder.releases(task, System.nanoTime());
    }

    /** The reply is whole. */
    synchronized void received(BodyByteCounter body) {
        execution.received(body.counted());
        exchange = exchange.received(body.bytes());
        recorder.note(task, exchange);
        if (trackedConnection != null) {
            trackedConnection.carries(
                    null); // a connection that idles in the pool must not keep the task alive
        }
    }
}
