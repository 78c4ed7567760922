package dev.overlap.lab;

import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncServerExchangeHandler;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.ResponseChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Handles one request. Its behaviour begins when the request has been read completely; a request
 * body is counted and discarded.
 *
 * <p>Threads: called by the loop. A delayed reply is sent by the timer thread, which writes to the
 * socket itself, so that a busy loop does not delay it. When the peer closes the connection the
 * loop calls {@link #releaseResources}, which cancels the timer.
 */
final class ExchangeHandler implements AsyncServerExchangeHandler {

    /**
     * The header with the declared time from the request to the last byte of the reply, in whole
     * milliseconds.
     */
    static final String DECLARED = "Lab-Declared-Ms";

    private final LabClock clock;
    private final OpenConnections connections;

    private @Nullable PendingExchange pendingExchange;
    private long bodyBytes;
    private long beginNanos;
    private int declaredMillis;

    private volatile @Nullable Future<?> pending;
    private volatile @Nullable ResponseBody body;

    ExchangeHandler(LabClock clock, OpenConnections connections) {
        this.clock = clock;
        this.connections = connections;
    }

    /** The head of a request, with the channel and context for its reply. */
    private record PendingExchange(
            HttpRequest request, ResponseChannel channel, HttpContext context) {}

    @Override
    public void handleRequest(
            HttpRequest request,
            @Nullable EntityDetails entity,
            ResponseChannel channel,
            HttpContext context)
            throws HttpException, IOException {
        pendingExchange = new PendingExchange(request, channel, context);
        if (entity == null) {
            begin(pendingExchange);
        }
    }

    @Override
    public void updateCapacity(CapacityChannel capacity) throws IOException {
        capacity.update(Integer.MAX_VALUE);
    }

    @Override
    public void consume(ByteBuffer src) {
        bodyBytes += src.remaining();
        src.position(src.limit());
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers)
            throws HttpException, IOException {
        if (pendingExchange != null) {
            begin(pendingExchange);
        }
    }

    private void begin(PendingExchange pendingExchange) throws HttpException, IOException {
        beginNanos = System.nanoTime();
        HttpRequest request = pendingExchange.request();
        Behaviour behaviour = UrlBehaviourParser.parse(request.getMethod(), request.getPath());
        declaredMillis = behaviour.declaredMillis();
        switch (behaviour) {
            case Behaviour.Delay(int millis) ->
                    send(pendingExchange, LabReply.waited(millis), millis);
            case Behaviour.Status(int code, int millis) ->
                    send(pendingExchange, LabReply.status(code), millis);
            case Behaviour.Bytes(long count, int millis) ->
                    send(
                            pendingExchange,
                            LabReply.ok(new TrickleBody(count, millis, clock.timer())));
            case Behaviour.Redirect(int left) -> send(pendingExchange, LabReply.redirect(left));
            case Behaviour.Hang() -> {
                // only the peer ends this
            }
            case Behaviour.Reset(int millis) ->
                    later(() -> end(pendingExchange, CloseMode.IMMEDIATE), millis);
            case Behaviour.Close(int millis) ->
                    send(pendingExchange, LabReply.ok(cut(pendingExchange, millis)));
            case Behaviour.StartJob(int takes) ->
                    send(
                            pendingExchange,
                            LabReply.job(new JobId(clock.micros(), takes), clock.micros()));
            case Behaviour.AskJob(JobId job) ->
                    send(pendingExchange, LabReply.job(job, clock.micros()));
            case Behaviour.Echo() -> send(pendingExchange, LabReply.echo(request, bodyBytes));
            case Behaviour.Describe() ->
                    send(
                            pendingExchange,
                            LabReply.ok(new TextBody(UrlBehaviourParser.DESCRIPTION)));
            case Behaviour.Refuse(int code, String sentence) ->
                    send(pendingExchange, LabReply.refused(code, sentence));
        }
    }

    private ResponseBody cut(PendingExchange pendingExchange, int millis) {
        return new TruncatedBody(
                millis, clock.timer(), () -> end(pendingExchange, CloseMode.GRACEFUL));
    }

    private void send(PendingExchange pendingExchange, LabReply reply, int millis)
            throws HttpException, IOException {
        if (millis == 0) {
            send(pendingExchange, reply);
        } else {
            later(() -> sendLate(pendingExchange, reply), millis);
        }
    }

    private void later(Runnable action, int millis) {
        long dueNanos = beginNanos + TimeUnit.MILLISECONDS.toNanos(millis);
        pending =
                clock.timer().schedule(action, dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private void sendLate(PendingExchange pendingExchange, LabReply reply) {
        try {
            send(pendingExchange, reply);
        } catch (IOException | HttpException e) {
            end(pendingExchange, CloseMode.IMMEDIATE); // it cannot be written to any more
        }
    }

    private void send(PendingExchange pendingExchange, LabReply reply)
            throws HttpException, IOException {
        HttpResponse head = reply.head();
        head.setHeader(DECLARED, declaredMillis);
        body = reply.body();
        EntityDetails details = reply.body() == null ? null : reply.body().details();
        pendingExchange.channel().sendResponse(head, details, pendingExchange.context());
    }

    private void end(PendingExchange pendingExchange, CloseMode mode) {
        var connection = HttpCoreContext.cast(pendingExchange.context()).getEndpointDetails();
        connections.end(connection.getRemoteAddress(), mode);
    }

    @Override
    public int available() {
        ResponseBody sending = body;
        return sending == null ? 0 : sending.available();
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        ResponseBody sending = body;
        if (sending != null) {
            sending.produce(channel);
        }
    }

    @Override
    public void failed(Exception cause) {
        releaseResources();
    }

    @Override
    public void releaseResources() {
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
