package dev.overlap.engine.request;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Decodes a {@code Location} with octets outside ASCII. The clients provide them as Latin-1
 * characters, one per octet. Servers mean UTF-8; anything else is kept as these octets, as in
 * browsers and curl.
 */
final class LocationText {

    private LocationText() {}

    static String of(String octets) {
        if (octets.chars().allMatch(c -> c < 0x80)) {
            return octets;
        }
        ByteBuffer bytes = ByteBuffer.wrap(octets.getBytes(StandardCharsets.ISO_8859_1));
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(bytes);
            return text.toString();
        } catch (CharacterCodingException e) {
            return encoded(octets);
        }
    }

    private static String encoded(String octets) {
        HexFormat hex = HexFormat.of().withUpperCase();
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < octets.length(); at++) {
            char c = octets.charAt(at);
            text.append(c < 0x80 ? String.valueOf(c) : "%" + hex.toHexDigits((byte) c));
        }
        return text.toString();
    }
}
