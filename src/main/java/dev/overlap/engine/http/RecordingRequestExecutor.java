package dev.overlap.engine.http;

import dev.overlap.httpcore.ForwardingHttpConnection;

import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

import java.io.IOException;

/**
 * Records when the classic client has a connection, has sent its request and can read the first
 * byte of the response.
 */
final class RecordingRequestExecutor extends HttpRequestExecutor {

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback information,
            HttpContext context)
            throws IOException, HttpException {
        ExchangeRecorder exchangeRecorder = ExchangeRecorder.of(context);
        exchangeRecorder.sending();
        if (connection instanceof KeptConnection kept) {
            exchangeRecorder.on(kept);
            assertUsable(kept, request, exchangeRecorder);
        }
        return super.execute(
                request, new Watched(connection, exchangeRecorder), information, context);
    }

    /**
     * Checks a connection by a read, if the request is a POST, which cannot be repeated once it is
     * being sent.
     */
    private static void assertUsable(
            KeptConnection connection, ClassicHttpRequest request, ExchangeRecorder recorder)
            throws IOException {
        boolean once = Method.POST.isSame(request.getMethod());
        if (once && recorder.isOnReusedConnection() && connection.isStaleByRead()) {
            throw new ConnectionClosedException("closed while it was idle");
        }
    }

    /** Forwards all calls. */
    private record Watched(HttpClientConnection connection, ExchangeRecorder recorder)
            implements HttpClientConnection, ForwardingHttpConnection {

        @Override
        public void flush() throws IOException {
            long before = System.nanoTime();
            connection.flush();
            recorder.sent(before);
        }

        /**
         * Waits for the first byte before the head is read. The wait needs no timeout, since the
         * task has one. It may also end because the server has closed the connection, which reading
         * the head then reports.
         */
        @Override
        public ClassicHttpResponse receiveResponseHeader() throws HttpException, IOException {
            if (connection.isDataAvailable(Timeout.DISABLED)) {
                recorder.read(System.nanoTime());
            }
            return connection.receiveResponseHeader();
        }

        @Override
        public boolean isConsistent() {
            return connection.isConsistent();
        }

        @Override
        public void sendRequestHeader(ClassicHttpRequest request)
                throws HttpException, IOException {
            recorder.writing();
            connection.sendRequestHeader(request);
        }

        @Override
        public void terminateRequest(ClassicHttpRequest request) throws HttpException, IOException {
            connection.terminateRequest(request);
        }

        @Override
        public void sendRequestEntity(ClassicHttpRequest request)
                throws HttpException, IOException {
            connection.sendRequestEntity(request);
        }

        @Override
        public void receiveResponseEntity(ClassicHttpResponse response)
                throws HttpException, IOException {
            connection.receiveResponseEntity(response);
        }

        @Override
        public boolean isDataAvailable(Timeout timeout) throws IOException {
            return connection.isDataAvailable(timeout);
        }

        @Override
        public boolean isStale() throws IOException {
            return connection.isStale();
        }
    }
}
