package dev.overlap.engine.request;

import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.ProtocolVersion;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

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

    /** Reads a head. Empty fields say nothing, as an empty Location does to browsers and curl. */
    public static ResponseHead of(HttpResponse response) {
        Map<String, String> fields = fields(response);
        @Nullable String retryAfter = fields.get(HttpHeaders.RETRY_AFTER);
        ProtocolVersion version = response.getVersion();
        return new ResponseHead(
                response.getCode(),
                (version == null ? HttpVersion.HTTP_1_1 : version).toString(),
                fields.get(HttpHeaders.LOCATION),
                fields.get(OPERATION_LOCATION),
                fields.get(HttpHeaders.CONTENT_LOCATION),
                retryAfter == null ? null : RetryAfter.of(retryAfter, fields.get(HttpHeaders.DATE)),
                fields.get(HttpHeaders.CONTENT_ENCODING),
                millis(fields.get(SENT_AFTER)),
                millis(fields.get(DECLARED)));
    }

    /** Returns the first value of each field that is not empty, whatever the case of its name. */
    private static Map<String, String> fields(HttpResponse response) {
        Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Iterator<Header> all = response.headerIterator(); all.hasNext(); ) {
            Header field = all.next();
            String value = field.getValue();
            if (value != null && !value.isBlank()) {
                fields.putIfAbsent(field.getName(), value);
            }
        }
        return fields;
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
