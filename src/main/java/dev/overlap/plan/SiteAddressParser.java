package dev.overlap.plan;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Parses the address of a step that makes requests.
 *
 * <pre>
 * site      = address | "poll:" address
 * address   = URL | authority [ path ] | "lab:" path
 * URL       = ("http" | "https") "://" authority [ path ]
 * authority = [ user "@" ] host [ ":" port ]
 * host      = name, in any script | IPv4 address | "[" IPv6 address [ "%" zone ] "]"
 * </pre>
 *
 * <p>An address without a scheme is read as {@code https}. Host, path and query are normalised as
 * in browsers; the label keeps them as typed.
 */
final class SiteAddressParser {

    /** Replaces a user name and password in saved text. */
    static final String STARS = "***";

    private static final List<String> WRAPPERS =
            List.of("<>", "\"\"", "''", "``", "()", "\u201c\u201d");

    private static final Pattern ARGUMENT_FILE = Pattern.compile("(?i)(poll:)?@.*");
    private static final String WORDS =
            "The word before the colon must be http, https, lab, poll, cpu, sleep, lock, permit,"
                + " add, put or take";

    private SiteAddressParser() {}

    static Step site(String word) throws SiteParseException {
        if (ARGUMENT_FILE.matcher(word).matches()) { // as in other tools
            throw new SiteParseException(
                    "A site does not begin with @. To run the list in a file, open that file.");
        }
        checkVisible(word);
        String text = unwrapped(word);
        String scheme = scheme(text);
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "poll" -> new Step.Poll(polled(rest(text, scheme)));
            default -> new Step.Fetch(address(text, scheme));
        };
    }

    /** Returns whether a text that begins like another kind of step is a host and a port. */
    static boolean isHost(String text) {
        try {
            return beginsLikeAPort(text.substring(text.indexOf(':') + 1))
                    && !web("https", "//" + text).label().isEmpty();
        } catch (SiteParseException e) {
            return false;
        }
    }

    /**
     * Returns an address without the brackets that e-mails and other texts put around it, as in
     * {@code <https://example.org>}.
     *
     * <p>Source: RFC 3986, appendix C.
     */
    static String unwrapped(String text) {
        int last = text.length() - 1;
        boolean isWrapped = last > 0 && WRAPPERS.contains(text.charAt(0) + "" + text.charAt(last));
        String bare = isWrapped ? text.substring(1, last) : text;
        return isWrapped && bare.regionMatches(true, 0, "URL:", 0, 4) ? bare.substring(4) : bare;
    }

    private static String rest(String text, String scheme) {
        return scheme.isEmpty() ? text : text.substring(scheme.length() + 1);
    }

    private static Address polled(String word) throws SiteParseException {
        String text = unwrapped(word);
        String scheme = scheme(text);
        if (text.isEmpty() || isKind(scheme)) {
            throw new SiteParseException(
                    "The address of a polling API must follow poll:. Write it as in"
                            + " poll:https://example.org/jobs.");
        }
        return address(text, scheme);
    }

    private static Address address(String text, String scheme) throws SiteParseException {
        String rest = rest(text, scheme);
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "" -> web("https", rest.startsWith("//") ? rest : "//" + rest);
            case "http" -> web("http", rest);
            case "https" -> web("https", rest);
            case "lab" -> lab(rest);
            default -> throw unknown(scheme, rest);
        };
    }

    private static void checkVisible(String text) throws SiteParseException {
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            int character = text.codePointAt(at);
            if (Quoting.isInvisible(character)) {
                throw new SiteParseException(
                        String.format(
                                Locale.ROOT,
                                "There is an invisible character in the address, U+%04X. Remove"
                                        + " it.",
                                character));
            }
        }
    }

    /**
     * Returns the text before the first colon, if it is a scheme: {@code localhost:8080}, {@code
     * example.org:} and {@code fe80::1} begin with a host.
     */
    private static String scheme(String text) {
        int colon = text.indexOf(':');
        String name = text.substring(0, Math.max(0, colon));
        String rest = text.substring(colon + 1);
        if (isKnown(name) || rest.startsWith("//")) {
            return name;
        }
        boolean isHost = name.indexOf('.') >= 0 || beginsLikeAPort(rest);
        return isHost || !isSchemeLike(name) ? "" : name;
    }

    private static boolean beginsLikeAPort(String rest) {
        return rest.isEmpty() || ":0123456789".indexOf(rest.charAt(0)) >= 0;
    }

    private static boolean isKnown(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "http", "https", "lab" -> true;
            default -> isKind(name);
        };
    }

    /** Returns whether the word before a colon is a kind of site rather than part of an address. */
    private static boolean isKind(String name) {
        return name.equalsIgnoreCase("poll") || name.equalsIgnoreCase("cpu");
    }

    private static boolean isSchemeLike(String name) {
        return !name.isEmpty()
                && isAsciiLetter(name.charAt(0))
                && name.chars().allMatch(SiteAddressParser::isSchemePart);
    }

    private static boolean isAsciiLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isSchemePart(int c) {
        return isAsciiLetter(c) || "0123456789+-.".indexOf(c) >= 0;
    }

    /** The text before the colon may be a user name, which messages must not show. */
    private static SiteParseException unknown(String scheme, String rest) {
        if (rest.indexOf('@') >= 0) {
            return new SiteParseException(
                    WORDS
                            + ". Write a user name before the host, as in"
                            + " https://user@example.org.");
        }
        String known = rest.startsWith("//") ? "Scheme must be http or https" : WORDS;
        return new SiteParseException(
                known + ", not " + Quoting.of(scheme) + ". Write it as in https://example.org.");
    }

    private static Address.Lab lab(String path) throws SiteParseException {
        int fragment = path.indexOf('#');
        int end = fragment < 0 ? path.length() : fragment;
        String target = path.startsWith("/") ? UrlReference.target(path.substring(0, end)) : "";
        if (!target.startsWith("/") || target.startsWith("//")) {
            throw new SiteParseException(
                    "A site of the lab is a path. Write it as in lab:/delay/300.");
        }
        return new Address.Lab(target + path.substring(end));
    }

    private static Address.Web web(String scheme, String rest) throws SiteParseException {
        if (!rest.startsWith("//")) {
            throw new SiteParseException(
                    "Two slashes must follow the scheme. Write it as in "
                            + scheme
                            + "://example.org.");
        }
        int path = UrlReference.endOfAuthority(rest, 2);
        String authority = rest.substring(2, path);
        checkUser(authority, rest.substring(path));
        int server = authority.lastIndexOf('@') + 1;
        HostAndPort parts = HostAndPort.of(authority.substring(server));
        WebUrl url =
                WebUrl.of(
                        scheme,
                        host(parts.host()),
                        parts.number(),
                        server == 0 ? null : authority.substring(0, server - 1),
                        UrlReference.target(rest.substring(path)));
        String shown = parts.port() + rest.substring(path);
        return new Address.Web(url, scheme + "://" + parts.host() + shown);
    }

    /**
     * Detects a password that ends the authority too early and would therefore end up in a host,
     * port or path, and from there in labels and messages.
     */
    private static void checkUser(String authority, String path) throws SiteParseException {
        int at = authority.indexOf('@');
        if (at >= 0 && authority.substring(0, at).equals(STARS)) {
            throw new SiteParseException(
                    "User names and passwords are not saved. Type them again in place of the "
                            + STARS
                            + ".");
        }
        if (path.startsWith("\\") && path.indexOf('@') >= 0) {
            throw new SiteParseException(
                    "A backslash in a user name or password must be written as "
                            + URLEncoder.encode("\\", StandardCharsets.UTF_8)
                            + ", and one in a path as a slash.");
        }
        if (at < 0 && path.indexOf('@') >= 0 && hasNoPort(authority)) {
            throw new SiteParseException(
                    "A slash in a user name or password must be written as %2F, a ? as %3F and"
                            + " a # as %23.");
        }
    }

    /** Returns whether the text after a colon is not a port. */
    private static boolean hasNoPort(String authority) {
        String port = authority.substring(authority.lastIndexOf(':') + 1);
        boolean brackets = authority.endsWith("]");
        return authority.indexOf(':') >= 0 && !brackets && !port.matches("[0-9]*");
    }

    private static UrlHost host(String written) throws SiteParseException {
        if (written.isEmpty()) {
            throw new SiteParseException(
                    "The host is missing. Write it as in https://example.org.");
        }
        UrlHost host = UrlHost.parse(written);
        if (host == null) {
            throw new SiteParseException(
                    Quoting.of(written)
                            + " is not a host. Write it as in https://example.org or"
                            + " https://[::1]:8080.");
        }
        return host;
    }
}
