package dev.overlap.engine.http;

import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.async.AsyncExecChainHandler;
import org.apache.hc.client5.http.async.AsyncExecRuntime;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;

import java.io.IOException;
import java.io.InterruptedIOException;

/**
 * Records when an exchange of the async client asks the pool for a connection. A repeated exchange
 * gets a new connection: idle ones may be as bad as the first.
 */
record LeaseInterceptor(PerRouteLimits limits) implements AsyncExecChainHandler {

    @Override
    public void execute(
            HttpRequest request,
            AsyncEntityProducer entity,
            AsyncExecChain.Scope scope,
            AsyncExecChain chain,
            AsyncExecCallback callback)
            throws HttpException, IOException {
        ExchangeRecorder recorder = ExchangeRecorder.of(scope.clientContext);
        recorder.leasing(limits.apply(scope.route));
        if (!recorder.needsFreshConnection()) {
            chain.proceed(request, entity, scope, callback);
            return;
        }
        Proceed proceed = () -> chain.proceed(request, entity, scope, callback);
        scope.cancellableDependency.setDependency(
                scope.execRuntime.acquireEndpoint(
                        scope.exchangeId,
                        scope.route,
                        scope.clientContext.getUserToken(),
                        scope.clientContext,
                        new Disconnecting(proceed, callback)));
    }

    private interface Proceed {
        void run() throws HttpException, IOException;
    }

    /** Closes the connection from the pool; the chain opens a new one instead. */
    private record Disconnecting(Proceed proceed, AsyncExecCallback callback)
            implements FutureCallback<AsyncExecRuntime> {

        @Override
        public void completed(AsyncExecRuntime leased) {
            leased.disconnectEndpoint();
            try {
                proceed.run();
            } catch (HttpException | IOException e) {
                callback.failed(e);
            }
        }

        @Override
        public void failed(Exception cause) {
            callback.failed(cause);
        }

        @Override
        public void cancelled() {
            callback.failed(new InterruptedIOException());
        }
    }
}
