package dev.overlap.engine.http;

import dev.overlap.engine.connect.AttemptRecorder;
import dev.overlap.engine.request.BodyByteCounter;
import dev.overlap.engine.request.FailureClassifier;
import dev.overlap.engine.request.ForeignText;
import dev.overlap.engine.request.FramingLimit;
import dev.overlap.engine.request.HttpExchangeRequest;
import dev.overlap.engine.request.ResponseHead;
import dev.overlap.engine.task.TaskExecution;
import dev.overlap.trace.ConnectAttempt;
import dev.overlap.trace.ConnectionLimit;
import dev.overlap.trace.Exchange;
import dev.overlap.trace.Phase;
import dev.overlap.trace.TraceRecorder;

import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;

/**
 * Records one exchange: the hooks of both HTTP clients call it as the exchange proceeds. It is
 * attached to the context of the request.
 *
 * <p>Threads: called by the thread of each hook, one at a time, as the clients hand an exchange
 * from thread to thread; the lock makes the writes of one visible to the next.
 */
public final class ExchangeRecorder
        implements AsyncDnsResolver.Listener, AttemptRecorder, TrackedConnection.ExchangeObserver {

    private final TaskExecution execution;
    private final TraceRecorder recorder;
    private final int task;
    private final boolean isRepeat;
    private final FramingLimit framing;
    private Exchange exchange;
    private int attempts;
    private boolean connected;
    private boolean writing;
    private boolean sent;
    private boolean receiving;
    private @Nullable TrackedConnection trackedConnection;
    private @Nullable KeptConnection keptConnection;
    private @Nullable BodyByteCounter body;

    /** Begins the next exchange of a task. */
    public static ExchangeRecorder begin(TaskExecution execution, HttpExchangeRequest request) {
        return new ExchangeRecorder(execution, request.label(), false);
    }

    /** Begins the same exchange again, on a new connection. */
    static ExchangeRecorder repeat(TaskExecution execution, HttpExchangeRequest request) {
        return new ExchangeRecorder(execution, request.label(), true);
    }

    private ExchangeRecorder(TaskExecution execution, String label, boolean isRepeat) {
        this.execution = execution;
        this.recorder = execution.recorder();
        this.task = execution.index();
        this.isRepeat = isRepeat;
        this.framing = new FramingLimit(execution.task());
        this.exchange =
                Exchange.begin(
                        execution.nextExchange(),
                        recorder.now(),
                        ForeignText.label(label, execution.task()));
    }

    /** Returns the context of the request, which leads the hooks to this recorder. */
    HttpClientContext context() {
        return new Watched(this);
    }

    static ExchangeRecorder of(HttpContext context) {
        return ((Watched) context).exchangeRecorder;
    }

    /** A subclass instead of an attribute: no map per request, and no lookup per hook. */
    private static final class Watched extends HttpClientContext {

        private final ExchangeRecorder exchangeRecorder;

        Watched(ExchangeRecorder exchangeRecorder) {
            this.exchangeRecorder = exchangeRecorder;
        }
    }

    TaskExecution execution() {
        return execution;
    }

    /** Returns whether this exchange must open a connection even if the pool has an idle one. */
    boolean needsFreshConnection() {
        return isRepeat;
    }

    /** Returns whether the current connection was opened before this exchange. */
    synchronized boolean isOnReusedConnection() {
        return !connected;
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

    /** TCP is connected, and the TLS handshake begins. */
    void shakingHands() {
        recorder.enter(task, Phase.TLS);
    }

    /** A connection is available. */
    void sending() {
        recorder.enter(task, Phase.SEND);
    }

    /**
     * The request is sent on this connection, a reused one if none was opened for this exchange.
     */
    synchronized void on(String connection) {
        exchange = exchange.on(connection, !connected);
        recorder.note(task, exchange);
    }

    /**
     * The same for the async client, whose connection reports here what it reads and writes until
     * the response is complete.
     */
    synchronized void on(TrackedConnection connection) {
        connection.carries(this);
        trackedConnection = connection;
        on(connection.id());
    }

    /** The same for the classic client, whose connection reports how much it receives. */
    synchronized void on(KeptConnection connection) {
        connection.carries(this);
        keptConnection = connection;
        on(connection.getId());
    }

    /** Returns whether the connection has input beyond the response, which is complete. */
    synchronized boolean leavesUnreadInput() {
        return keptConnection != null && keptConnection.hasUnreadInput();
    }

    /** From now on, part of the request may have reached the server. */
    @Override
    public synchronized void writing() {
        writing = true;
    }

    /**
     * The last byte of the request was passed to the system.
     *
     * @param nanoTime taken before that call: the thread may be preempted after it while the
     *     response is on its way
     */
    @Override
    public synchronized void sent(long nanoTime) {
        sent = true;
        recorder.enter(task, Phase.WAIT, nanoTime);
    }

    /** Bytes were received. They belong to the response if the request was sent. */
    @Override
    public synchronized void read(long nanoTime) {
        if (sent && !receiving) {
            receiving = true;
            recorder.enter(task, Phase.RECEIVE, nanoTime);
        }
    }

    @Override
    public synchronized void came(int bytes) throws IOException {
        framing.received(bytes, body == null ? 0 : body.bytes(), body != null);
    }

    /** The head of the response was received. */
    synchronized BodyByteCounter replied(ResponseHead reply) {
        exchange =
                exchange.replied(
                        reply.version(),
                        reply.status(),
                        reply.sentAfterMillis(),
                        reply.declaredMillis());
        recorder.note(task, exchange);
        BodyByteCounter counter =
                new BodyByteCounter(execution.task(), reply.encoding(), execution.received());
        body = counter;
        return counter;
    }

    /**
     * Returns whether to repeat the request on a fresh connection after a failure on a kept one.
     * There has been no response, so the failure may be due to the connection alone: the server
     * closed it while it was idle (RFC 9112, section 9.3.1), or sent something that was not a
     * response. A POST must not have been sent even in part: the server may have read it just
     * before closing, and a second one would start a second job (RFC 9110, section 9.2.2).
     */
    synchronized boolean mayRepeat(Method method, Throwable failure) {
        boolean unharmed = method.isIdempotent() || !writing;
        return mayRepeat() && unharmed && body == null && FailureClassifier.isNoReply(failure);
    }

    /**
     * Returns the same after a response: a server that has waited too long sends a 408 (RFC 9110,
     * section 15.5.9), even on an idle connection, where it meets the next request.
     */
    synchronized boolean mayRepeat(Method method, ResponseHead reply) {
        boolean idledTooLong = reply.status() == HttpStatus.SC_REQUEST_TIMEOUT;
        return mayRepeat() && method.isIdempotent() && idledTooLong;
    }

    private boolean mayRepeat() {
        return !connected && !isRepeat && !execution.isStopped();
    }

    /** The connection is about to be returned to the pool. */
    void releasing() {
        recorder.releases(task, System.nanoTime());
    }

    /** The response is complete. */
    synchronized void received(BodyByteCounter whole) {
        execution.received(whole.counted());
        exchange = exchange.received(whole.bytes());
        recorder.note(task, exchange);
        if (trackedConnection != null) {
            trackedConnection.carries(
                    null); // an idle connection in the pool must not retain the task
        }
    }
}
