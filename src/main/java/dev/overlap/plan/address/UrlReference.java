package dev.overlap.plan.address;

import okhttp3.HttpUrl;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Objects;

/**
 * A URL or a relative reference, parsed as in browsers: by RFC 3986, and by the WHATWG's URL
 * standard for input that the former does not allow. Backslashes count as slashes; surrounding
 * blanks are ignored, as are line breaks and tabs inside.
 *
 * <p>OkHttp's {@code HttpUrl} knows the rules for paths, queries and names. This class adds what it
 * lacks: zones, addresses such as {@code 127.1}, and a reason why something is not a URL.
 *
 * @param scheme null if absent; not validated
 * @param authority the text between the slashes and the path; null if absent
 * @param rest path, query and fragment
 */
public record UrlReference(@Nullable String scheme, @Nullable String authority, String rest) {

    private static final int HIGHEST_PORT = 65_535;

    /** Splits a text into its components; any text is a reference. */
    public static UrlReference of(String written) {
        String text = trimmed(written);
        int colon = endOfScheme(text);
        String scheme = colon < 0 ? null : text.substring(0, colon);
        String rest = text.substring(colon + 1);
        int slashes = slashes(rest);
        if (slashes < 2) {
            return new UrlReference(scheme, null, rest);
        }
        int path = endOfAuthority(rest, slashes);
        return new UrlReference(scheme, rest.substring(slashes, path), rest.substring(path));
    }

    /** Source: WHATWG URL, "basic URL parser", steps 1 to 3. */
    private static String trimmed(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && text.charAt(begin) <= ' ') {
            begin++;
        }
        while (end > begin && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return text.substring(begin, end).replaceAll("[\t\r\n]", "");
    }

    private static int endOfScheme(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == ':') {
                return at == 0 ? -1 : at;
            }
            boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!isLetter && (at == 0 || "0123456789+-.".indexOf(c) < 0)) {
                return -1;
            }
        }
        return -1;
    }

    private static int slashes(String text) {
        int count = 0;
        while (count < text.length() && "/\\".indexOf(text.charAt(count)) >= 0) {
            count++;
        }
        return count;
    }

    public static int endOfAuthority(String text, int from) {
        int at = from;
        while (at < text.length() && "/\\?#".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /**
     * Returns this reference as an absolute URL.
     *
     * @throws UrlException if it is not one
     */
    public WebUrl absolute() throws UrlException {
        if (scheme == null || authority == null) {
            throw new UrlException(UrlException.Component.SCHEME, String.valueOf(scheme));
        }
        return absolute(checked(scheme), authority, rest);
    }

    /**
     * Resolves this reference, by RFC 3986, section 5.
     *
     * @param base where the reference was found
     * @throws UrlException if the result cannot be requested
     */
    public WebUrl resolvedAgainst(WebUrl base) throws UrlException {
        String to = scheme == null ? base.scheme() : checked(scheme);
        if (authority != null) {
            return sameZone(base, absolute(to, authority, rest));
        }
        if (to.equals(base.scheme())) {
            return base.withTarget(resolved(base.target(), rest));
        }
        String other = rest.substring(slashes(rest)); // tolerates "https:/host" and "https:host"
        int path = endOfAuthority(other, 0);
        return absolute(to, other.substring(0, path), other.substring(path));
    }

    private static String checked(String scheme) throws UrlException {
        String small = scheme.toLowerCase(Locale.ROOT);
        if (!small.equals("http") && !small.equals("https")) {
            throw new UrlException(UrlException.Component.SCHEME, small);
        }
        return small;
    }

    /** Keeps the zone of the base: a server does not know its own zone and so cannot name it. */
    private static WebUrl sameZone(WebUrl base, WebUrl next) {
        boolean isSame = base.zone() != null && next.host().equals(base.host());
        isSame &= next.zone() == null;
        return !isSame
                ? next
                : new WebUrl(
                        next.scheme(),
                        next.host(),
                        base.zone(),
                        next.port(),
                        next.user(),
                        next.target());
    }

    private static WebUrl absolute(String scheme, String authority, String rest)
            throws UrlException {
        int at = authority.lastIndexOf('@');
        String server = authority.substring(at + 1);
        int bracket = server.startsWith("[") ? server.indexOf(']') : 0;
        int colon = bracket < 0 ? -1 : server.indexOf(':', bracket);
        String name = colon < 0 ? server : server.substring(0, colon);
        UrlHost host = UrlHost.parse(name);
        if (host == null) {
            throw new UrlException(UrlException.Component.HOST, name);
        }
        int port = colon < 0 ? WebUrl.DEFAULT_PORT : port(server.substring(colon + 1));
        String user = at < 0 ? null : authority.substring(0, at);
        return WebUrl.of(scheme, host, port, user, target(rest));
    }

    private static int port(String digits) throws UrlException {
        if (digits.isEmpty()) {
            return WebUrl.DEFAULT_PORT;
        }
        int port = AsciiDigits.number(digits, HIGHEST_PORT);
        if (port < 0) {
            throw new UrlException(UrlException.Component.PORT, digits);
        }
        return port;
    }

    /**
     * Returns the path and query of a request.
     *
     * @param rest the text after the host
     */
    public static String target(String rest) {
        return isPlain(rest) ? rest : encoded(HttpUrl.get("http://h" + withoutFragment(rest)));
    }

    private static String resolved(String base, String reference) {
        String rest = withoutFragment(reference);
        boolean isSegment = !rest.isEmpty() && "/\\?".indexOf(rest.charAt(0)) < 0;
        HttpUrl url = // a segment that looks like a scheme is not one: "http:a:b"
                HttpUrl.get("http://h" + base).resolve(isSegment ? "./" + rest : rest);
        return encoded(Objects.requireNonNull(url, "a path that is none"));
    }

    private static String withoutFragment(String rest) {
        int fragment = rest.indexOf('#');
        return fragment < 0 ? rest : rest.substring(0, fragment);
    }

    /**
     * Encodes what browsers send unencoded although the RFC does not allow it: some servers reject
     * it, and for all others it means the same.
     */
    private static String encoded(HttpUrl url) {
        var uri = url.uri();
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    /**
     * Returns whether there is nothing to encode or resolve, as nearly always. Asking the library
     * would otherwise dominate the time for a long list.
     */
    private static boolean isPlain(String rest) {
        if (!rest.startsWith("/")) {
            return false;
        }
        for (int at = 0; at < rest.length(); at++) {
            char c = rest.charAt(at);
            boolean isDotSegment = c == '.' && rest.charAt(at - 1) == '/';
            if (isDotSegment || !isPlain(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "/-._~?=&+:@!$*(),;".indexOf(c) >= 0;
    }
}
