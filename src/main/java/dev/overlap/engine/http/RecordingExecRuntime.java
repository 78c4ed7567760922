package dev.overlap.engine.http;

import org.apache.hc.client5.http.EndpointInfo;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.util.TimeValue;

import java.io.IOException;

/**
 * Records when the classic client is about to return its connection. It does so while the last
 * bytes of a response are read, so the next task may have the connection before this one's thread
 * can record anything. A connection with unread input is not returned.
 */
record RecordingExecRuntime(ExecRuntime runtime, ExchangeRecorder recorder) implements ExecRuntime {

    /**
     * Wraps the runtime of a whole chain: reading the body of a response returns the connection.
     */
    static ExecChain.Scope in(ExecChain.Scope scope) {
        return new ExecChain.Scope(
                scope.exchangeId,
                scope.route,
                scope.originalRequest,
                new RecordingExecRuntime(
                        scope.execRuntime, ExchangeRecorder.of(scope.clientContext)),
                scope.clientContext);
    }

    @Override
    public void releaseEndpoint() {
        if (recorder.leavesUnreadInput()) {
            runtime.markConnectionNonReusable();
        }
        recorder.releasing();
        runtime.releaseEndpoint();
    }

    @Override
    public void discardEndpoint() {
        recorder.releasing();
        runtime.discardEndpoint();
    }

    @Override
    public boolean isExecutionAborted() {
        return runtime.isExecutionAborted();
    }

    @Override
    public boolean isEndpointAcquired() {
        return runtime.isEndpointAcquired();
    }

    @Override
    public void acquireEndpoint(String id, HttpRoute route, Object state, HttpClientContext context)
            throws IOException {
        runtime.acquireEndpoint(id, route, state, context);
    }

    @Override
    public boolean isEndpointConnected() {
        return runtime.isEndpointConnected();
    }

    @Override
    public void disconnectEndpoint() throws IOException {
        runtime.disconnectEndpoint();
    }

    @Override
    public void connectEndpoint(HttpClientContext context) throws IOException {
        runtime.connectEndpoint(context);
    }

    @Override
    public void upgradeTls(HttpClientContext context) throws IOException {
        runtime.upgradeTls(context);
    }

    @Override
    public EndpointInfo getEndpointInfo() {
        return runtime.getEndpointInfo();
    }

    @Override
    public ClassicHttpResponse execute(
            String id, ClassicHttpRequest request, HttpClientContext context)
            throws IOException, HttpException {
        return runtime.execute(id, request, context);
    }

    @Override
    public ClassicHttpResponse execute(
            String id,
            ClassicHttpRequest request,
            HttpResponseInformationCallback information,
            HttpClientContext context)
            throws IOException, HttpException {
        return runtime.execute(id, request, information, context);
    }

    @Override
    public boolean isConnectionReusable() {
        return runtime.isConnectionReusable();
    }

    @Override
    public void markConnectionReusable(Object state, TimeValue validity) {
        runtime.markConnectionReusable(state, validity);
    }

    @Override
    public void markConnectionNonReusable() {
        runtime.markConnectionNonReusable();
    }

    @Override
    public ExecRuntime fork(CancellableDependency cancellable) {
        return new RecordingExecRuntime(runtime.fork(cancellable), recorder);
    }
}
