package dev.overlap.engine.http;

import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Identifiable;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

import java.io.IOException;

/**
 * Tells when the classic client has a connection in hand, has sent its request and can read the
 * first byte of the reply.
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
        exchangeRecorder.on(connection instanceof Identifiable known ? known.getId() : "");
        return super.execute(
                request, new Watched(connection, exchangeRecorder), information, context);
    }

    /** Passes everything on. */
    private record Watched(HttpClientConnection connection, ExchangeRecorder recorder)
            implements HttpClientConnection, ForwardingHttpConnection {

        @Override
        public void flush() throws IOException {
            long before = System.nanoTime();
            connection.flush();
            recorder.sent(before);
        }

        /**
         * Waits for the first byte before the head is read. The wait has no limit of its own, the
         * task has one. It may also end because the server has closed: reading the head then says
         * so.
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
