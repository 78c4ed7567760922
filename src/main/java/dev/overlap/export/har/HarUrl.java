package dev.overlap.export.har;

import dev.overlap.plan.address.UrlException;
import dev.overlap.plan.address.UrlReference;
import dev.overlap.plan.address.WebUrl;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The address of a request as an archive has it: a URI in ASCII, without a user or zone. */
final class HarUrl {

    private static final String IN_URIS = "-._~:/?#[]@!$&'()*+,;=%";

    private HarUrl() {}

    /** Returns the address that a trace shows, encoded as it was sent. */
    static String of(String shown) {
        if (!shown.startsWith("lab:")) {
            try {
                WebUrl url = UrlReference.of(shown).absolute();
                return new WebUrl(url.scheme(), url.host(), url.port(), url.target()).toString();
            } catch (UrlException _) {
                // not one of the web: below, with what a URI cannot have encoded
            }
        }
        return encoded(shown);
    }

    private static String encoded(String text) {
        StringBuilder uri = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || IN_URIS.indexOf(c) >= 0);
            uri.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return uri.toString();
    }

    /** Returns the parameters of its query, decoded. */
    static List<Map<String, String>> query(String url) {
        String whole = url.replaceFirst("#.*", "");
        int mark = whole.indexOf('?');
        return mark < 0
                ? List.of()
                : Stream.of(whole.substring(mark + 1).split("&"))
                        .filter(pair -> !pair.isEmpty())
                        .map(HarUrl::parameter)
                        .toList();
    }

    private static Map<String, String> parameter(String pair) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        return Map.of("name", decoded(name), "value", decoded(value));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text; // a bare percent sign
        }
    }
}
