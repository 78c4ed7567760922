package dev.overlap.engine;

import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.ProtocolVersion;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a reply says, as far as Overlap cares. The body is counted and thrown away.
 *
 * @param version such as {@code HTTP/1.1}
 * @param location of a redirect, as sent; null where there is none
 * @param encoding of the body, such as {@code gzip}; null where there is none
 * @param sentAfterMillis how long the lab says it took; NaN for other servers
 */
record Reply(
        int status,
        String version,
        @Nullable String location,
        @Nullable String encoding,
        double sentAfterMillis) {

    /** The lab's own header, see {@code dev.overlap.lab}. */
    private static final String SENT_AFTER = "Lab-Sent-After-Ms";

    static Reply of(HttpResponse response) {
        ProtocolVersion version = response.getVersion();
        return new Reply(
                response.getCode(),
                (version == null ? HttpVersion.HTTP_1_1 : version).toString(),
                value(response, HttpHeaders.LOCATION),
                value(response, HttpHeaders.CONTENT_ENCODING),
                millis(value(response, SENT_AFTER)));
    }

    private static @Nullable String value(HttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    private static double millis(@Nullable String value) {
        try {
            return value == null ? Double.NaN : Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return Double.NaN; // some other server uses that name: then nobody says
        }
    }
}
