package dev.overlap.httpcore;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;

/** HttpCore's parser for one blocking connection, with {@link ResponseRules}. */
public final class BlockingResponseParser implements HttpMessageParser<ClassicHttpResponse> {

    private final HttpMessageParser<ClassicHttpResponse> parser;
    private @Nullable SessionInputBuffer input;

    public BlockingResponseParser(Http1Config config) {
        // the client's own parser skips input that is not HTTP; the async client does not
        parser = new DefaultHttpResponseParserFactory(config).create();
    }

    @Override
    public @Nullable ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream stream)
            throws IOException, HttpException {
        input = buffer;
        ClassicHttpResponse response = parser.parse(buffer, stream);
        if (response != null) {
            ResponseRules.apply(response);
        }
        return response;
    }

    /** Returns whether bytes were read from the socket that no response has consumed. */
    public boolean hasUnreadInput() {
        return input != null && input.length() > 0;
    }
}
