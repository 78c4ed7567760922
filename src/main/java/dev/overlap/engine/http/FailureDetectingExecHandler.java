package dev.overlap.engine.http;

import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncDataConsumer;

import java.io.IOException;

/**
 * Tells when an exchange of the async client has failed. The client gives the connection back
 * before it calls whoever asked for the exchange, and the next task may have the place by then.
 */
record FailureDetectingExecHandler(AsyncExecCallback callback, ExchangeRecorder recorder)
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
    public void handleInformationResponse(HttpResponse response) throws HttpException, IOException {
        callback.handleInformationResponse(response);
    }

    @Override
    public void completed() {
        callback.completed();
    }
}
