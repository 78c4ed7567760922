package dev.overlap.httpcore;

import org.apache.hc.core5.http.ConnectionReuseStrategy;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.message.MessageSupport;
import org.jspecify.annotations.Nullable;

/**
 * Rules for the head of a response, applied before its body is read, in addition to HttpCore's
 * checks.
 *
 * <table>
 * <caption>The rules</caption>
 * <tr><th>head</th><th>treatment</th><th>source</th></tr>
 * <tr><td>the same length several times, as fields or as a list</td><td>used once</td><td>RFC 9110,
 * 8.6</td></tr>
 * <tr><td>lengths that differ or are not numbers</td><td>refused</td><td>RFC 9112, 6.3, item
 * 5</td></tr>
 * <tr><td>a length and a transfer coding</td><td>the coding applies, the connection is not
 * reused</td><td>RFC 9112, 6.3, item 3</td></tr>
 * <tr><td>a length without a body (204, 304)</td><td>ignored</td><td>RFC 9112, 6.3, item
 * 1</td></tr>
 * <tr><td>101 without an upgrade request</td><td>refused</td><td>RFC 9110, 15.2.2</td></tr>
 * </table>
 */
public final class ResponseRules {

    /** Decides by these rules whether a connection may be reused. */
    public static final ConnectionReuseStrategy REUSE =
            (request, response, context) ->
                    !hasTwoLengths(response)
                            && DefaultConnectionReuseStrategy.INSTANCE.keepAlive(
                                    request, response, context);

    private ResponseRules() {}

    private static boolean hasTwoLengths(HttpResponse response) {
        return response.containsHeader(HttpHeaders.TRANSFER_ENCODING)
                && response.containsHeader(HttpHeaders.CONTENT_LENGTH);
    }

    /** Applies the rules to a head as received. */
    static void apply(HttpResponse response) throws ProtocolException {
        if (response.getCode() == HttpStatus.SC_SWITCHING_PROTOCOLS) {
            throw new ProtocolException("it switches to another protocol, unasked");
        }
        if (MessageSupport.canResponseHaveBody(response)
                && !response.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            unifyLengths(response);
        }
    }

    private static void unifyLengths(HttpResponse response) throws ProtocolException {
        Header first = response.getFirstHeader(HttpHeaders.CONTENT_LENGTH);
        boolean isPlain = first != null && isNumber(first.getValue());
        if (first == null || (isPlain && response.countHeaders(first.getName()) == 1)) {
            return; // nearly always
        }
        String length = null;
        int seen = 0;
        for (Header field : response.getHeaders(HttpHeaders.CONTENT_LENGTH)) {
            for (String value : String.valueOf(field.getValue()).split(",", -1)) {
                length = same(length, digits(value.strip()));
                seen++;
            }
        }
        if (length != null && seen > 1) {
            response.removeHeaders(HttpHeaders.CONTENT_LENGTH);
            response.addHeader(HttpHeaders.CONTENT_LENGTH, length);
        }
    }

    private static String digits(String value) throws ProtocolException {
        if (!isNumber(value)) {
            throw new ProtocolException("a Content-Length that is no number: " + value);
        }
        return withoutLeadingZeros(value);
    }

    private static boolean isNumber(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return false;
        }
        for (int at = 0; at < value.length(); at++) {
            if (value.charAt(at) < '0' || value.charAt(at) > '9') {
                return false;
            }
        }
        return true;
    }

    private static String withoutLeadingZeros(String digits) {
        int begin = 0;
        while (begin < digits.length() - 1 && digits.charAt(begin) == '0') {
            begin++;
        }
        return digits.substring(begin);
    }

    private static String same(@Nullable String before, String length) throws ProtocolException {
        if (before != null && !before.equals(length)) {
            throw new ProtocolException(
                    "two lengths that differ, Content-Length " + before + " and " + length);
        }
        return length;
    }
}
