package dev.overlap.lab;

import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.impl.BasicEntityDetails;
import org.apache.hc.core5.http.nio.DataStreamChannel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A body of text, sent at once. */
final class TextBody implements ResponseBody {

    private static final ContentType HTML = ContentType.create("text/html", StandardCharsets.UTF_8);

    private final String text;
    private final boolean sentence;
    private final ContentType type;
    private final ByteBuffer bytes;
    private final int length;

    private TextBody(String text, boolean sentence, ContentType type) {
        this.text = text;
        this.sentence = sentence;
        this.type = type;
        bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        length = bytes.remaining();
    }

    /** Returns a body that is more than a sentence. */
    static TextBody plain(String text) {
        return new TextBody(text, false, ContentType.TEXT_PLAIN);
    }

    /** Returns a body that says what the lab did. */
    static TextBody sentence(String text) {
        return new TextBody(text, true, ContentType.TEXT_PLAIN);
    }

    /** Returns a page that says what the lab did as a host that it plays. */
    static TextBody page(String host, String sentence) {
        String page =
                """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%1$s</title></head>
                <body>
                <h1>%1$s</h1>
                <p>Overlap's lab played this host. %2$s</p>
                </body>
                </html>
                """
                        .formatted(escaped(host), escaped(sentence));
        return new TextBody(page, false, HTML);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    boolean isSentence() {
        return sentence;
    }

    String text() {
        return text;
    }

    @Override
    public EntityDetails details() {
        return new BasicEntityDetails(length, type);
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
