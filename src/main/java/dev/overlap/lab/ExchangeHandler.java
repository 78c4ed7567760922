package dev.overlap.lab;

import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncServerExchangeHandler;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.ResponseChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Handles one request. Its behaviour begins when the request has been read completely; a request
 * body is counted and discarded.
 *
 * <p>Threads: called by the loop, and by the timer thread that sends a delayed reply. When the peer
 * closes the connection the loop calls {@link #releaseResources}, which cancels the timer.
 */
final class ExchangeHandler implements AsyncServerExchangeHandler {

    private final LabContext lab;
    private final OpenConnections connections;

    private volatile @Nullable BehaviourExecution execution;
    private long bodyBytes;

    ExchangeHandler(LabContext lab, OpenConnections connections) {
        this.lab = lab;
        this.connections = connections;
    }

    @Override
    public void handleRequest(
            HttpRequest request,
            @Nullable EntityDetails entity,
            ResponseChannel channel,
            HttpContext context)
            throws HttpException, IOException {
        var pending = new BehaviourExecution.PendingExchange(request, channel, context);
        BehaviourExecution created = new BehaviourExecution(lab, connections, pending);
        execution = created;
        if (entity == null) {
            created.begin(bodyBytes);
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
        BehaviourExecution created = execution;
        if (created != null) {
            created.begin(bodyBytes);
        }
    }

    @Override
    public int available() {
        ResponseBody sending = body();
        return sending == null ? 0 : sending.available();
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        ResponseBody sending = body();
        if (sending != null) {
            sending.produce(channel);
        }
    }

    private @Nullable ResponseBody body() {
        BehaviourExecution begun = execution;
        return begun == null ? null : begun.body();
    }

    @Override
    public void failed(Exception cause) {
        releaseResources();
    }

    @Override
    public void releaseResources() {
        BehaviourExecution begun = execution;
        if (begun != null) {
            begun.release();
        }
    }
}
