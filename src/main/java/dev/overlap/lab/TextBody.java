package dev.overlap.lab;

import org.apache.hc.core5.http.nio.DataStreamChannel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A body of text, sent at once. */
final class TextBody implements ResponseBody {

    private final ByteBuffer bytes;
    private final int length;

    TextBody(String text) {
        bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        length = bytes.remaining();
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public synchronized int available() {
        return bytes.remaining();
    }

    @Override
    public synchronized void produce(DataStreamChannel channel) throws IOException {
        channel.write(bytes);
        if (!bytes.hasRemaining()) {
            channel.endStream(null);
        }
    }
}
