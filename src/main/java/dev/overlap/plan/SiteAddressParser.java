package dev.overlap.plan;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads a site: what is to be done, and where.
 *
 * <pre>
 * site      = address | "poll:" address | "cpu:" time
 * time      = see {@link DurationParser}; there are no blanks in a site
 * address   = URL | authority [ path ] | "lab:" path
 * URL       = ("http" | "https") "://" authority [ path ]
 * authority = [ user "@" ] host [ ":" port ]
 * host      = name, in any script | IPv4 address | "[" IPv6 address "]"
 * </pre>
 *
 * <p>An address without a scheme is read as {@code https}. What {@code java.net.URI} says about a
 * faulty address is about syntax; the sentences here are about the address.
 */
final class SiteAddressParser {

    /** What stands in place of a user name and password in what is saved. */
    static final String STARS = "***";

    private static final int MAX_HOST_LENGTH = 253;
    private static final int MAX_LABEL_LENGTH = 63;

    private SiteAddressParser() {}

    static Site site(String text) throws SiteParseException {
        checkVisible(text);
        String scheme = scheme(text);
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "poll" -> new Site.Poll(polled(rest(text, scheme)));
            case "cpu" -> ComputeTimeParser.site(rest(text, scheme));
            default -> new Site.Fetch(address(text, scheme));
        };
    }

    private static String rest(String text, String scheme) {
        return scheme.isEmpty() ? text : text.substring(scheme.length() + 1);
    }

    private static Address polled(String text) throws SiteParseException {
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
     * What stands before the first colon, if it is a scheme: {@code localhost:8080}, {@code
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

    /** Whether a word in front of a colon says what is to be done instead of where. */
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

    /** What stands before the colon may be a user's name: sentences tell no names. */
    private static SiteParseException unknown(String scheme, String rest) {
        if (rest.indexOf('@') >= 0) {
            return new SiteParseException(
                    "Scheme must be http, https, lab, poll or cpu. Write a user name before the"
                            + " host, as in https://user@example.org.");
        }
        return new SiteParseException(
                "Scheme must be http, https, lab, poll or cpu, not "
                        + Quoting.of(scheme)
                        + ". Write it as in https://example.org.");
    }

    private static Address.Lab lab(String path) throws SiteParseException {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new SiteParseException(
                    "A site of the lab is a path. Write it as in lab:/delay/300.");
        }
        return new Address.Lab(uri(path).toString());
    }

    private static Address.Web web(String scheme, String rest) throws SiteParseException {
        if (!rest.startsWith("//")) {
            throw new SiteParseException(
                    "Two slashes must follow the scheme. Write it as in "
                            + scheme
                            + "://example.org.");
        }
        int path = endOfAuthority(rest);
        String authority = rest.substring(2, path);
        checkUser(authority, rest.substring(path));
        int server = authority.indexOf('@') + 1;
        HostAndPort parts = HostAndPort.of(authority.substring(server));
        String shown = parts.port() + rest.substring(path);
        String user = authority.substring(0, server);
        String host = asciiHost(parts.host());
        URI uri = uri(scheme + "://" + user + host + shown);
        if (!host.equals(uri.getHost())) {
            throw noHost(parts.host());
        }
        return new Address.Web(uri, scheme + "://" + parts.host() + shown);
    }

    /**
     * Recognises a password that would end up in a host, a port or a path, and from there in labels
     * and sentences: one with an {@code @}, or one that ends the authority too early.
     */
    private static void checkUser(String authority, String path) throws SiteParseException {
        int at = authority.indexOf('@');
        if (at >= 0 && authority.substring(0, at).equals(STARS)) {
            throw new SiteParseException(
                    "User names and passwords are not saved. Type them again in place of the "
                            + STARS
                            + ".");
        }
        if (at != authority.lastIndexOf('@')) {
            throw new SiteParseException(
                    "Only one @ may come before the host. Write an @ in a user name or password as"
                            + " %40.");
        }
        if (at < 0 && path.indexOf('@') >= 0 && hasNoPort(authority)) {
            throw new SiteParseException(
                    "A slash in a user name or password must be written as %2F, a ? as %3F and"
                            + " a # as %23.");
        }
    }

    /** Whether something follows a colon that is no port. */
    private static boolean hasNoPort(String authority) {
        String port = authority.substring(authority.lastIndexOf(':') + 1);
        boolean brackets = authority.endsWith("]");
        return authority.indexOf(':') >= 0 && !brackets && !port.matches("[0-9]*");
    }

    private static int endOfAuthority(String rest) {
        int at = 2;
        while (at < rest.length() && "/?#".indexOf(rest.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static String asciiHost(String written) throws SiteParseException {
        if (written.isEmpty()) {
            throw new SiteParseException(
                    "The host is missing. Write it as in https://example.org.");
        }
        if (isPlain(written)) {
            return written;
        }
        String host = written.startsWith("[") ? written : punycode(written);
        if (!isHost(host)) {
            throw noHost(written);
        }
        return host;
    }

    private static SiteParseException noHost(String written) {
        return new SiteParseException(
                Quoting.of(written)
                        + " is not a host. Write it as in https://example.org or"
                        + " https://[::1]:8080.");
    }

    /**
     * Whether a name is in ASCII as it is: nearly always. Finding its ASCII form takes most of the
     * time of a long list otherwise. Whether it is a host, the URI that it goes into says.
     */
    private static boolean isPlain(String name) {
        if (name.length() > MAX_HOST_LENGTH) {
            return false;
        }
        int label = 0;
        for (int at = 0; at < name.length(); at++) {
            char c = name.charAt(at);
            if (c == '.' ? label == 0 : !isAsciiLetter(c) && (c < '0' || c > '9') && c != '-') {
                return false;
            }
            label = c == '.' ? 0 : label + 1;
            if (label > MAX_LABEL_LENGTH) {
                return false;
            }
        }
        return label > 0;
    }

    /** The name as it is looked up, or nothing if it has no such form. */
    private static String punycode(String name) {
        if (name.length() > MAX_HOST_LENGTH) {
            return "";
        }
        try {
            return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /**
     * Whether a URI takes all of a text for its host. Some characters become a slash or a colon on
     * their way to ASCII, and a part of such a name would end up somewhere else.
     */
    private static boolean isHost(String ascii) {
        try {
            return !ascii.isEmpty() && ascii.equals(new URI("http://" + ascii).getHost());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static URI uri(String text) throws SiteParseException {
        try {
            URI uri = new URI(text);
            return isAscii(text) ? uri : URI.create(uri.toASCIIString());
        } catch (URISyntaxException e) {
            throw illegal(text, e.getIndex());
        }
    }

    private static boolean isAscii(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static SiteParseException illegal(String text, int index) {
        if (index < 0 || index >= text.length()) {
            return new SiteParseException(
                    "The address is incomplete. Write it as in https://example.org.");
        }
        String character = text.substring(index, text.offsetByCodePoints(index, 1));
        if (character.equals("%")) {
            return new SiteParseException(
                    "Two hexadecimal digits must follow a %. Write a percent sign itself as %25.");
        }
        return new SiteParseException(
                Quoting.of(character)
                        + " is not allowed there in an address. Write it as "
                        + URLEncoder.encode(character, StandardCharsets.UTF_8)
                        + ".");
    }
}
