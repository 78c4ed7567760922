package dev.overlap.engine.http;

import dev.overlap.engine.request.BodyByteCounter;
import dev.overlap.engine.request.ResponseHead;

import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Counts the body of a response on the event loop, discards it, and returns the head. */
final class CountingResponseConsumer implements AsyncResponseConsumer<ResponseHead> {

    private final ExchangeRecorder exchangeRecorder;
    private @Nullable ResponseHead reply;
    private @Nullable BodyByteCounter meter;
    private @Nullable FutureCallback<ResponseHead> result;

    CountingResponseConsumer(ExchangeRecorder exchangeRecorder) {
        this.exchangeRecorder = exchangeRecorder;
    }

    @Override
    public void consumeResponse(
            HttpResponse response,
            @Nullable EntityDetails entity,
            HttpContext context,
            FutureCallback<ResponseHead> callback) {
        ResponseHead head = ResponseHead.of(response);
        reply = head;
        result = callback;
        BodyByteCounter body = exchangeRecorder.replied(head);
        meter = body;
        if (entity == null) {
            finish(head, callback, body);
        }
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {}

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        channel.update(Integer.MAX_VALUE);
    }

    @Override
    public void consume(ByteBuffer data) throws IOException {
        if (meter != null) {
            meter.count(data);
        }
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) throws IOException {
        if (meter != null && reply != null && result != null) {
            meter.end();
            finish(reply, result, meter);
        }
    }

    private void finish(
            ResponseHead head, FutureCallback<ResponseHead> callback, BodyByteCounter body) {
        exchangeRecorder.received(body);
        callback.completed(head);
    }

    @Override
    public void failed(Exception cause) {
        releaseResources();
    }

    @Override
    public void releaseResources() {
        if (meter != null) {
            meter.close();
        }
    }
}
