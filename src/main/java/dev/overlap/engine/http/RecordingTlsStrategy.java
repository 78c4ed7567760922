package dev.overlap.engine.http;

import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.reactor.ssl.TransportSecurityLayer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

import java.net.SocketAddress;

/**
 * Reports when a TLS handshake of the async client begins: in the stack in which TCP connected, on
 * the loop.
 */
record RecordingTlsStrategy(TlsStrategy strategy) implements TlsStrategy {

    @Override
    public void upgrade(
            TransportSecurityLayer session,
            NamedEndpoint endpoint,
            @Nullable Object attachment,
            @Nullable Timeout timeout,
            @Nullable FutureCallback<TransportSecurityLayer> callback) {
        EventLoopThread loop = EventLoopThread.current();
        ExchangeRecorder exchangeRecorder = loop == null ? null : loop.connecting();
        if (exchangeRecorder != null) {
            exchangeRecorder.shakingHands();
        }
        strategy.upgrade(session, endpoint, attachment, timeout, callback);
    }

    @Override
    @Deprecated // HttpCore's older variant, which HttpClient 5.6 no longer calls
    public boolean upgrade(
            TransportSecurityLayer session,
            HttpHost host,
            SocketAddress local,
            SocketAddress remote,
            @Nullable Object attachment,
            @Nullable Timeout timeout) {
        return strategy.upgrade(session, host, local, remote, attachment, timeout);
    }
}
