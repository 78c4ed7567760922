package dev.overlap.engine.request;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Creates the value of an {@code Authorization} header from the user of a URL.
 *
 * <p>Source: RFC 7617, section 2. Percent-encoded characters are octets in an unspecified character
 * set, as in curl.
 */
final class BasicCredentials {

    private BasicCredentials() {}

    /**
     * Returns the value of the header.
     *
     * @param user the user info of the URL, percent-encoded; null if absent
     * @return null if there is neither a name nor a password
     */
    static @Nullable String of(@Nullable String user) {
        if (user == null || user.isEmpty() || user.equals(":")) {
            return null;
        }
        String pair = user.indexOf(':') < 0 ? user + ":" : user;
        return "Basic " + Base64.getEncoder().encodeToString(decoded(pair));
    }

    private static byte[] decoded(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream octets = new ByteArrayOutputStream(encoded.length);
        for (int at = 0; at < encoded.length; at++) {
            int octet = encoded[at] == '%' ? octet(encoded, at) : -1;
            octets.write(octet < 0 ? encoded[at] : octet);
            at += octet < 0 ? 0 : 2;
        }
        return octets.toByteArray();
    }

    /** Returns the octet encoded by three characters, or -1 if they are literal. */
    private static int octet(byte[] text, int at) {
        int high = at + 2 < text.length ? Character.digit(text[at + 1], 16) : -1;
        int low = high < 0 ? -1 : Character.digit(text[at + 2], 16);
        return low < 0 ? -1 : high << 4 | low;
    }
}
