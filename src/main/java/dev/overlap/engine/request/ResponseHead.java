package dev.overlap.engine.request;

import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.ProtocolVersion;
import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * The relevant parts of a response head. The body is counted and discarded.
 *
 * @param version such as {@code HTTP/1.1}
 * @param location the target of a redirect or a job, as sent, one character per octet; null if
 *     absent or empty
 * @param operationLocation where the status of a started operation can be polled, by a convention
 *     of Azure's; as sent, null if absent
 * @param contentLocation where the body can be retrieved again (RFC 9110, section 8.7); as sent,
 *     null if absent
 * @param retryAfter how long the server asks to wait; null if absent
 * @param encoding the encoding of the body, such as {@code gzip}; null if absent
 * @param sentAfterMillis how long the lab reports to have taken; NaN for other servers
 * @param declaredMillis how long the lab declares to take until the last byte; NaN for other
 *     servers
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
        String retryAfter = field(response, HttpHeaders.RETRY_AFTER);
        ProtocolVersion version = response.getVersion();
        return new ResponseHead(
                response.getCode(),
                (version == null ? HttpVersion.HTTP_1_1 : version).toString(),
                field(response, HttpHeaders.LOCATION),
                field(response, OPERATION_LOCATION),
                field(response, HttpHeaders.CONTENT_LOCATION),
                retryAfter == null
                        ? null
                        : RetryAfter.of(retryAfter, field(response, HttpHeaders.DATE)),
                field(response, HttpHeaders.CONTENT_ENCODING),
                millis(field(response, SENT_AFTER)),
                millis(field(response, DECLARED)));
    }

    /** Returns the value of the first field with a name; null if there is none, or an empty one. */
    private static @Nullable String field(HttpResponse response, String name) {
        Header first = response.getFirstHeader(name);
        String value = first == null ? null : first.getValue();
        return value == null || value.isBlank() ? null : value;
    }

    private static double millis(@Nullable String value) {
        try {
            double millis = value == null ? Double.NaN : Double.parseDouble(value);
            return millis >= 0 && millis < Double.POSITIVE_INFINITY ? millis : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN; // another server uses that name: not a duration
        }
    }
}
