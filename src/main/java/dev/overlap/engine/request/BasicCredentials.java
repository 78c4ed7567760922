package dev.overlap.engine.request;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The value of an {@code Authorization} header for the user that a URL names.
 *
 * <p>Source: RFC 7617, section 2; what is percent-encoded there stands for octets, of whatever
 * character set, as curl reads it.
 */
final class BasicCredentials {

    private BasicCredentials() {}

    /**
     * The header's value.
     *
     * @param user as the URL has it, percent-encoded; null where there is none
     * @return null where neither a name nor a password is given
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

    /** The octet that three characters stand for, or -1 where they stand for themselves. */
    private static int octet(byte[] text, int at) {
        int high = at + 2 < text.length ? Character.digit(text[at + 1], 16) : -1;
        int low = high < 0 ? -1 : Character.digit(text[at + 2], 16);
        return low < 0 ? -1 : high << 4 | low;
    }
}
