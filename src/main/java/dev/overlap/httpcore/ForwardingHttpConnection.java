package dev.overlap.httpcore;

import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpConnection;
import org.apache.hc.core5.http.ProtocolVersion;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

import java.io.IOException;
import java.net.SocketAddress;

import javax.net.ssl.SSLSession;

/**
 * A connection that forwards every call to another one; implementations override single methods.
 */
public interface ForwardingHttpConnection extends HttpConnection {

    /** Returns the connection to forward to. */
    HttpConnection connection();

    @Override
    default SSLSession getSSLSession() {
        return connection().getSSLSession();
    }

    @Override
    default EndpointDetails getEndpointDetails() {
        return connection().getEndpointDetails();
    }

    @Override
    default SocketAddress getLocalAddress() {
        return connection().getLocalAddress();
    }

    @Override
    default SocketAddress getRemoteAddress() {
        return connection().getRemoteAddress();
    }

    @Override
    default ProtocolVersion getProtocolVersion() {
        return connection().getProtocolVersion();
    }

    @Override
    default boolean isOpen() {
        return connection().isOpen();
    }

    @Override
    default void close() throws IOException {
        connection().close();
    }

    @Override
    default void close(CloseMode mode) {
        connection().close(mode);
    }

    @Override
    default Timeout getSocketTimeout() {
        return connection().getSocketTimeout();
    }

    @Override
    default void setSocketTimeout(Timeout timeout) {
        connection().setSocketTimeout(timeout);
    }
}
