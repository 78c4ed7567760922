package dev.overlap.engine.http;

import dev.overlap.httpcore.AsyncResponseParser;
import dev.overlap.httpcore.ResponseRules;

import org.apache.hc.core5.concurrent.CallbackContribution;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.nio.ClientHttp1IOEventHandler;
import org.apache.hc.core5.http.impl.nio.ClientHttp1StreamDuplexer;
import org.apache.hc.core5.http.impl.nio.DefaultHttpRequestWriterFactory;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.reactor.ConnectionInitiator;
import org.apache.hc.core5.reactor.IOEventHandler;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.ProtocolIOSession;
import org.jspecify.annotations.Nullable;

import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Replaces the handler of each connection of the async client.
 *
 * <p>Problem: HttpClient's async client creates the HTTP/1 handlers of its connections itself, and
 * has no setter for the response parser. Solution, with public API only: wrap what the operator
 * opens sockets with; once one is open, and before any of its events is handled, replace its
 * handler with one of the same class with our parser.
 *
 * @param tracked finds the state of a connection by its identity
 */
record ResponseHandlerInstaller(
        Http1Config config, Function<String, @Nullable TrackedConnection> tracked) {

    /** Returns an initiator whose connections have our handler once they are open. */
    ConnectionInitiator around(ConnectionInitiator initiator) {
        return (endpoint, remote, local, timeout, attachment, callback) ->
                initiator.connect(
                        endpoint, remote, local, timeout, attachment, new Install(callback));
    }

    private final class Install extends CallbackContribution<IOSession> {

        private final FutureCallback<IOSession> callback;

        Install(FutureCallback<IOSession> callback) {
            super(callback);
            this.callback = callback;
        }

        @Override
        public void completed(IOSession session) {
            if (session instanceof ProtocolIOSession open) {
                open.upgrade(handler(open));
            }
            callback.completed(session);
        }
    }

    private IOEventHandler handler(ProtocolIOSession session) {
        TrackedConnection connection = tracked.apply(session.getId());
        BooleanSupplier isAsked = () -> connection == null || connection.exchange() != null;
        return new ClientHttp1IOEventHandler(
                new ClientHttp1StreamDuplexer(
                        session,
                        HttpProcessorBuilder.create().build(),
                        config,
                        CharCodingConfig.DEFAULT,
                        ResponseRules.REUSE,
                        new AsyncResponseParser(config, isAsked),
                        DefaultHttpRequestWriterFactory.INSTANCE.create(),
                        null,
                        null,
                        null));
    }
}
