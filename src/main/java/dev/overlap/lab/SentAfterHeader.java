package dev.overlap.lab;

import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpRequestInterceptor;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpResponseInterceptor;
import org.apache.hc.core5.http.protocol.HttpContext;

import java.util.Locale;

/**
 * Adds the header {@value #HEADER} to every reply: milliseconds with three decimals from reading
 * the head of the request to passing the head of the reply to the socket. A body follows its head,
 * so for {@code /bytes} and {@code /close} the header says when the body began. A 400 for an
 * unreadable request head has no such header.
 *
 * <p>Threads: the loop (request) and then the loop or the timer (reply).
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
