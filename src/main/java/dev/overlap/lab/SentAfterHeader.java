package dev.overlap.lab;

import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpRequestInterceptor;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpResponseInterceptor;
import org.apache.hc.core5.http.protocol.HttpContext;

import java.util.Locale;

/**
 * Makes every reply say when it was really sent, in the header {@value #HEADER}: milliseconds with
 * three decimals, from the instant at which the loop had read the head of the request to the
 * instant at which the head of the reply is handed to the socket. A body follows its head, so for
 * {@code /bytes} and {@code /close} the header says when the body began. A request whose head
 * cannot be read has no first instant, and its 400 no such header.
 *
 * <p>Called on the loop (request) and on the loop or the timer (reply), one after the other.
 */
final class SentAfterHeader implements HttpRequestInterceptor, HttpResponseInterceptor {

    static final String HEADER = "Lab-Sent-After-Ms";

    private static final String RECEIVED = "lab.received-nanos";

    @Override
    public void process(HttpRequest request, EntityDetails entity, HttpContext context) {
        context.setAttribute(RECEIVED, System.nanoTime());
    }

    @Override
    public void process(HttpResponse response, EntityDetails entity, HttpContext context) {
        if (context.getAttribute(RECEIVED) instanceof Long received) {
            response.setHeader(HEADER, millis(System.nanoTime() - received));
        }
    }

    static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.3f", nanos / 1e6);
    }
}
