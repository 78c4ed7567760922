package dev.overlap.engine.request;

import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.ProtocolVersion;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Iterator;

/**
 * What the head of a reply says, as far as Overlap cares. The body is counted and thrown away.
 *
 * @param version such as {@code HTTP/1.1}
 * @param location of a redirect or a job, as sent, one character per octet; null where there is
 *     none, or an empty one
 * @param operationLocation where the server says how an operation that it has begun fares, by a
 *     convention of Azure's; as sent, null where it does not say
 * @param contentLocation where the body can be had again (RFC 9110, section 8.7); as sent, null
 *     where it does not say
 * @param retryAfter how long the server asks to wait; null where it does not say
 * @param encoding of the body, such as {@code gzip}; null where there is none
 * @param sentAfterMillis how long the lab says it took; NaN for other servers
 * @param declaredMillis how long it declares to take to the last byte; NaN for other servers
 */
public record ResponseHead(
        int status,
        String version,
        @Nullable String location,
        @Nullable String operationLocation,
        @Nullable String contentLocation,
        @Nullable Duration retryAfter,
        @Nullable String encoding,
        double sentAfterMillis,
        double declaredMillis) {

    /** The lab's own headers, see {@code dev.overlap.lab}. */
    private static final String SENT_AFTER = "Lab-Sent-After-Ms";

    private static final String DECLARED = "Lab-Declared-Ms";
    private static final String OPERATION_LOCATION = "Operation-Location";

    /** Reads a head, in one pass over its fields. */
    public static ResponseHead of(HttpResponse response) {
        String location = null;
        String operationLocation = null;
        String contentLocation = null;
        String retryAfter = null;
        String encoding = null;
        String sentAfter = null;
        String declared = null;
        for (Iterator<Header> fields = response.headerIterator(); fields.hasNext(); ) {
            Header field = fields.next();
            String name = field.getName();
            if (location == null && name.equalsIgnoreCase(HttpHeaders.LOCATION)) {
                location = unlessEmpty(field.getValue());
            } else if (operationLocation == null && name.equalsIgnoreCase(OPERATION_LOCATION)) {
                operationLocation = unlessEmpty(field.getValue());
            } else if (contentLocation == null
                    && name.equalsIgnoreCase(HttpHeaders.CONTENT_LOCATION)) {
                contentLocation = unlessEmpty(field.getValue());
            } else if (retryAfter == null && name.equalsIgnoreCase(HttpHeaders.RETRY_AFTER)) {
                retryAfter = field.getValue();
            } else if (encoding == null && name.equalsIgnoreCase(HttpHeaders.CONTENT_ENCODING)) {
                encoding = field.getValue();
            } else if (sentAfter == null && name.equalsIgnoreCase(SENT_AFTER)) {
                sentAfter = field.getValue();
            } else if (declared == null && name.equalsIgnoreCase(DECLARED)) {
                declared = field.getValue();
            }
        }
        ProtocolVersion version = response.getVersion();
        return new ResponseHead(
                response.getCode(),
                (version == null ? HttpVersion.HTTP_1_1 : version).toString(),
                location,
                operationLocation,
                contentLocation,
                retryAfter == null ? null : RetryAfter.of(retryAfter, date(response)),
                encoding,
                millis(sentAfter),
                millis(declared));
    }

    /** An empty Location says nothing, to browsers and to curl. */
    private static @Nullable String unlessEmpty(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private static @Nullable String date(HttpResponse response) {
        Header date = response.getFirstHeader(HttpHeaders.DATE);
        return date == null ? null : date.getValue();
    }

    private static double millis(@Nullable String value) {
        try {
            double millis = value == null ? Double.NaN : Double.parseDouble(value);
            return millis >= 0 && millis < Double.POSITIVE_INFINITY ? millis : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN; // some other server uses that name: then nobody says
        }
    }
}
