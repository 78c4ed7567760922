package dev.overlap.lab;

import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.ResponseChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Behaves towards one request as its URL or its host declares: replies at once or later, or ends
 * the connection.
 *
 * <p>Threads: begun by the loop. A delayed reply is sent by the timer thread, which writes to the
 * socket itself, so that a busy loop does not delay it. Any may {@link #release}.
 */
final class BehaviourExecution {

    /**
     * The header with the declared time from the request to the last byte of the reply, in whole
     * milliseconds.
     */
    static final String DECLARED = "Lab-Declared-Ms";

    /** The head of a request, with the channel and context for its reply. */
    record PendingExchange(HttpRequest request, ResponseChannel channel, HttpContext context) {}

    private final LabContext lab;
    private final OpenConnections connections;
    private final PendingExchange exchange;

    private long beginNanos;
    private int declaredMillis;
    private @Nullable String playedHost;

    private volatile @Nullable Future<?> pending;
    private volatile @Nullable ResponseBody body;

    BehaviourExecution(LabContext lab, OpenConnections connections, PendingExchange exchange) {
        this.lab = lab;
        this.connections = connections;
        this.exchange = exchange;
    }

    /**
     * Begins, after the request has been read completely.
     *
     * @param bodyBytes the length of its body
     */
    void begin(long bodyBytes) throws HttpException, IOException {
        beginNanos = System.nanoTime();
        HttpRequest request = exchange.request();
        URIAuthority authority = request.getAuthority();
        VirtualHosts.Requested requested =
                lab.hosts()
                        .requested(
                                authority == null ? null : authority.getHostName(),
                                request.getMethod(),
                                request.getPath());
        playedHost = requested.host();
        Behaviour behaviour = requested.behaviour();
        declaredMillis = behaviour.declaredMillis();
        switch (behaviour) {
            case Behaviour.Delay(int millis) -> send(LabReply.waited(millis), millis);
            case Behaviour.Status(int code, int millis) -> send(LabReply.status(code), millis);
            case Behaviour.Bytes(long count, int millis) ->
                    send(LabReply.ok(new TrickleBody(count, millis, lab.clock().timer())));
            case Behaviour.Redirect(int left) -> send(LabReply.redirect(left));
            case Behaviour.Hang() -> {
                // only the peer ends this
            }
            case Behaviour.Reset(int millis) -> later(() -> end(CloseMode.IMMEDIATE), millis);
            case Behaviour.Close(int millis) -> send(LabReply.ok(cut(millis)));
            case Behaviour.StartJob(int takes) ->
                    send(
                            LabReply.job(
                                    new JobId(lab.clock().micros(), takes), lab.clock().micros()));
            case Behaviour.AskJob(JobId job) -> send(LabReply.job(job, lab.clock().micros()));
            case Behaviour.Echo() -> send(LabReply.echo(request, bodyBytes));
            case Behaviour.Describe() ->
                    send(LabReply.ok(TextBody.plain(UrlBehaviourParser.DESCRIPTION)));
            case Behaviour.Refuse(int code, String sentence) ->
                    send(LabReply.refused(code, sentence));
        }
    }

    private ResponseBody cut(int millis) {
        return new TruncatedBody(millis, lab.clock().timer(), () -> end(CloseMode.GRACEFUL));
    }

    private void send(LabReply reply, int millis) throws HttpException, IOException {
        if (millis == 0) {
            send(reply);
        } else {
            later(() -> sendLate(reply), millis);
        }
    }

    private void later(Runnable action, int millis) {
        long dueNanos = beginNanos + TimeUnit.MILLISECONDS.toNanos(millis);
        pending =
                lab.clock()
                        .timer()
                        .schedule(action, dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private void sendLate(LabReply reply) {
        try {
            send(reply);
        } catch (IOException | HttpException e) {
            end(CloseMode.IMMEDIATE); // it cannot be written to any more
        }
    }

    private void send(LabReply reply) throws HttpException, IOException {
        LabReply sent = playedHost == null ? reply : reply.asPageOf(playedHost);
        HttpResponse head = sent.head();
        head.setHeader(DECLARED, declaredMillis);
        body = sent.body();
        EntityDetails details = sent.body() == null ? null : sent.body().details();
        exchange.channel().sendResponse(head, details, exchange.context());
    }

    private void end(CloseMode mode) {
        var connection = HttpCoreContext.cast(exchange.context()).getEndpointDetails();
        connections.end(connection.getRemoteAddress(), mode);
    }

    /** Returns the body of the reply once that is being sent; null before, or if it has none. */
    @Nullable ResponseBody body() {
        return body;
    }

    /** Cancels what is still to be sent. */
    void release() {
        Future<?> waiting = pending;
        if (waiting != null) {
            waiting.cancel(false);
        }
        ResponseBody sending = body;
        if (sending != null) {
            sending.release();
        }
    }
}
