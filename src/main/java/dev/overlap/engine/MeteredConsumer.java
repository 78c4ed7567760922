package dev.overlap.engine;

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

/** Counts the body of a reply on the event loop, keeps nothing of it, and gives the head. */
final class MeteredConsumer implements AsyncResponseConsumer<ReplyHead> {

    private final Watch watch;
    private @Nullable ReplyHead reply;
    private @Nullable BodyMeter meter;
    private @Nullable FutureCallback<ReplyHead> result;

    MeteredConsumer(Watch watch) {
        this.watch = watch;
    }

    @Override
    public void consumeResponse(
            HttpResponse response,
            @Nullable EntityDetails entity,
            HttpContext context,
            FutureCallback<ReplyHead> callback) {
        ReplyHead head = ReplyHead.of(response);
        reply = head;
        result = callback;
        BodyMeter body = watch.replied(head);
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

    private void finish(ReplyHead head, FutureCallback<ReplyHead> callback, BodyMeter body) {
        watch.received(body);
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
