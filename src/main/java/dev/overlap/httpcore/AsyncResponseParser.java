package dev.overlap.httpcore;

import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.nio.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.nio.NHttpMessageParser;
import org.apache.hc.core5.http.nio.SessionInputBuffer;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.function.BooleanSupplier;

/**
 * HttpCore's parser for one connection of an event loop, with {@link ResponseRules}. Input without
 * a request is not a response (RFC 9112, section 9.2), even if it looks like one: the connection is
 * closed.
 */
public final class AsyncResponseParser implements NHttpMessageParser<HttpResponse> {

    private final NHttpMessageParser<HttpResponse> parser;
    private final BooleanSupplier isAsked;

    /**
     * Creates a parser for one connection.
     *
     * @param isAsked whether a request was sent whose response is outstanding
     */
    public AsyncResponseParser(Http1Config config, BooleanSupplier isAsked) {
        this.parser = new DefaultHttpResponseParserFactory(config).create();
        this.isAsked = isAsked;
    }

    @Override
    public void reset() {
        parser.reset();
    }

    @Override
    public @Nullable HttpResponse parse(SessionInputBuffer buffer, boolean endOfStream)
            throws IOException, HttpException {
        if (buffer.hasData() && !isAsked.getAsBoolean()) {
            throw new ConnectionClosedException("input without a request");
        }
        HttpResponse response = parser.parse(buffer, endOfStream);
        if (response != null) {
            ResponseRules.apply(response);
        }
        return response;
    }
}
