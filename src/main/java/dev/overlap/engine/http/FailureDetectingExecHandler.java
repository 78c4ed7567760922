package dev.overlap.engine.http;

import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.async.AsyncExecChainHandler;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncDataConsumer;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;

import java.io.IOException;

/**
 * Reports a failed exchange of the async client. The client returns the connection before it
 * notifies its caller, and by then the next task may have the slot.
 */
final class FailureDetectingExecHandler implements AsyncExecChainHandler {

    @Override
    public void execute(
            HttpRequest request,
            AsyncEntityProducer entity,
            AsyncExecChain.Scope scope,
            AsyncExecChain chain,
            AsyncExecCallback callback)
            throws HttpException, IOException {
        ExchangeRecorder recorder = ExchangeRecorder.of(scope.clientContext);
        chain.proceed(request, entity, scope, new FailureReportingCallback(callback, recorder));
    }

    private record FailureReportingCallback(AsyncExecCallback callback, ExchangeRecorder recorder)
            implements AsyncExecCallback {

        @Override
        public void failed(Exception cause) {
            recorder.releasing();
            callback.failed(cause);
        }

        @Override
        public AsyncDataConsumer handleResponse(HttpResponse response, EntityDetails entity)
                throws HttpException, IOException {
            return callback.handleResponse(response, entity);
        }

        @Override
        public void handleInformationResponse(HttpResponse response)
                throws HttpException, IOException {
            callback.handleInformationResponse(response);
        }

        @Override
        public void completed() {
            callback.completed();
        }
    }
}
