package dev.overlap.lab;

import org.apache.hc.core5.http.HttpRequestInterceptor;
import org.apache.hc.core5.http.HttpResponseInterceptor;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.HttpProcessors;
import org.apache.hc.core5.http.impl.nio.ServerHttp1StreamDuplexerFactory;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http.nio.support.BasicAsyncServerExpectationDecorator;
import org.apache.hc.core5.http.nio.support.DefaultAsyncResponseExchangeHandlerFactory;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.http2.impl.H2Processors;
import org.apache.hc.core5.http2.impl.nio.ServerH2StreamMultiplexerFactory;
import org.apache.hc.core5.http2.impl.nio.ServerHttpProtocolNegotiationStarter;
import org.apache.hc.core5.reactor.IOEventHandlerFactory;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Assembles HttpCore's protocol handlers: HTTP/1.1 or HTTP/2, in TLS or plain text, with an {@link
 * ExchangeHandler} for each request.
 */
final class ProtocolHandlers {

    private static final String SERVER = "Overlap-lab";
    private static final int HTTP1_BUFFER_BYTES = 4096;
    private static final int MAX_STREAMS = 5000;
    private static final Timeout HANDSHAKE = Timeout.ofSeconds(30);

    private ProtocolHandlers() {}

    /**
     * Creates the handlers of a port.
     *
     * @param tls the TLS strategy; null for plain text
     * @param connections those that a behaviour may end
     */
    static IOEventHandlerFactory of(
            Protocol protocol,
            @Nullable TlsStrategy tls,
            LabContext lab,
            OpenConnections connections) {
        var exchangeHandlers =
                new DefaultAsyncResponseExchangeHandlerFactory(
                        (_, _) -> () -> new ExchangeHandler(lab, connections),
                        BasicAsyncServerExpectationDecorator::new);
        return new ServerHttpProtocolNegotiationStarter(
                new ServerHttp1StreamDuplexerFactory(
                        withSentAfter(HttpProcessors.customServer(SERVER)),
                        exchangeHandlers,
                        http1(),
                        CharCodingConfig.DEFAULT,
                        null,
                        null),
                new ServerH2StreamMultiplexerFactory(
                        withSentAfter(H2Processors.customServer(SERVER)),
                        exchangeHandlers,
                        http2(),
                        CharCodingConfig.DEFAULT,
                        null),
                protocol.policy(),
                tls,
                HANDSHAKE,
                null);
    }

    /** Creates a processor per HTTP version: that of HTTP/2 rejects {@code Connection: close}. */
    private static HttpProcessor withSentAfter(HttpProcessorBuilder builder) {
        SentAfterHeader stamp = new SentAfterHeader();
        return builder.addFirst((HttpRequestInterceptor) stamp)
                .addLast((HttpResponseInterceptor) stamp)
                .build();
    }

    private static Http1Config http1() {
        return Http1Config.custom().setBufferSize(HTTP1_BUFFER_BYTES).build();
    }

    private static H2Config http2() {
        return H2Config.custom().setMaxConcurrentStreams(MAX_STREAMS).setPushEnabled(false).build();
    }
}
