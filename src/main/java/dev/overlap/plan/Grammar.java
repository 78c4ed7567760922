package dev.overlap.plan;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one line of the site list.
 *
 * <pre>
 * line    = [ "off" ] [ target [ "x" times ] ] [ "#" comment ]
 * target  = URL | host[:port][/path] | "lab:/" path
 * </pre>
 *
 * A {@code #} begins a comment at the start of the line or after a blank, so that a URL may hold
 * one. A target without a scheme is read as {@code https}. Nothing here throws: what is not
 * understood becomes a {@link SiteLine.Problem}.
 */
final class Grammar {

    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*$");
    private static final Pattern OFF = Pattern.compile("^\\s*off(?=\\s|$)\\s*");
    private static final Pattern TIMES = Pattern.compile("\\s+[x\u00d7](\\d+)$");
    private static final Pattern SCHEME =
            Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]*):(?!\\d+(/|$))(.*)$");
    private static final Pattern AUTHORITY =
            Pattern.compile(
                    "^(?:([^/?#]*)@)?(\\[[^\\]/?#]*\\]|[^:/?#\\[\\]]*)(?::([^/?#]*))?([/?#].*)?$");
    private static final int MOST_TIMES = Plan.MOST_TASKS;

    private Grammar() {}

    static String withoutOff(String text) {
        return OFF.matcher(text).replaceFirst("");
    }

    static SiteLine.Meaning meaning(String text) {
        String rest = COMMENT.matcher(text).replaceFirst("").strip();
        if (rest.isEmpty()) {
            return new SiteLine.Nothing();
        }
        Matcher off = OFF.matcher(rest);
        boolean on = !off.find();
        String body = on ? rest : off.replaceFirst("").strip();
        try {
            return entry(body, on);
        } catch (Misread problem) {
            return new SiteLine.Problem(problem.sentence);
        }
    }

    private static SiteLine.Entry entry(String body, boolean on) throws Misread {
        if (body.isEmpty()) {
            throw new Misread("Nothing follows \"off\": write the site to switch off behind it.");
        }
        Matcher times = TIMES.matcher(body);
        if (!times.find()) {
            return new SiteLine.Entry(site(body), 1, on);
        }
        return new SiteLine.Entry(
                site(body.substring(0, times.start())), count(times.group(1)), on);
    }

    private static int count(String digits) throws Misread {
        int count = digits.length() > 7 ? Integer.MAX_VALUE : Integer.parseInt(digits);
        if (count < 1 || count > MOST_TIMES) {
            throw new Misread(
                    "A site can be repeated x1 to x" + MOST_TIMES + ", not x" + digits + ".");
        }
        return count;
    }

    private static Site site(String target) throws Misread {
        Matcher scheme = SCHEME.matcher(target);
        if (!scheme.matches()) {
            return new Site.Fetch(web("https", "//" + target));
        }
        String rest = scheme.group(3);
        return switch (scheme.group(1).toLowerCase(Locale.ROOT)) {
            case "http" -> new Site.Fetch(web("http", rest));
            case "https" -> new Site.Fetch(web("https", rest));
            case "lab" -> new Site.Fetch(lab(rest));
            case "poll", "cpu" ->
                    throw new Misread(
                            "Overlap cannot run "
                                    + scheme.group(1)
                                    + ": lines yet. Write a URL or a path of the lab.");
            default ->
                    throw new Misread(
                            "\""
                                    + scheme.group(1)
                                    + "\" is not a scheme that Overlap knows. Write http://,"
                                    + " https:// or lab:/ in front.");
        };
    }

    private static Address.Lab lab(String path) throws Misread {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new Misread("A lab site is a path: write lab:/delay/300, for example.");
        }
        return new Address.Lab(ascii(path, "lab:"));
    }

    private static Address.Web web(String scheme, String rest) throws Misread {
        if (!rest.startsWith("//")) {
            throw new Misread(
                    "Two slashes must follow \""
                            + scheme
                            + ":\", as in "
                            + scheme
                            + "://example.org.");
        }
        Matcher parts = AUTHORITY.matcher(rest.substring(2));
        if (!parts.matches()) {
            throw new Misread(
                    "The host is not written as hosts are. Write it as in "
                            + scheme
                            + "://example.org/page.");
        }
        String host = host(parts.group(2));
        String port = port(parts.group(3));
        String path = parts.group(4) == null ? "" : parts.group(4);
        String user = parts.group(1) == null ? "" : parts.group(1) + "@";
        URI uri = URI.create(ascii(scheme + "://" + user + host + port + path, ""));
        return new Address.Web(uri, scheme + "://" + parts.group(2) + port + path);
    }

    private static String host(String written) throws Misread {
        if (written.isEmpty()) {
            throw new Misread("The host is missing. Write it as in https://example.org.");
        }
        if (written.startsWith("[")) {
            return written;
        }
        try {
            String host = IDN.toASCII(written);
            if (host.isEmpty()
                    || host.chars().anyMatch(c -> c <= ' ' || "<>\"{}|\\^`%".indexOf(c) >= 0)) {
                throw new Misread(
                        "\""
                                + written
                                + "\" is not a host name. Write it as in https://example.org.");
            }
            return host;
        } catch (IllegalArgumentException e) {
            throw new Misread(
                    "\"" + written + "\" is not a host name. Write it as in https://example.org.");
        }
    }

    private static String port(String digits) throws Misread {
        if (digits == null || digits.isEmpty()) {
            return "";
        }
        if (!digits.matches("\\d{1,5}")
                || Integer.parseInt(digits) > 65_535
                || Integer.parseInt(digits) == 0) {
            throw new Misread("The port must be a number from 1 to 65535, not \"" + digits + "\".");
        }
        return ":" + digits;
    }

    /**
     * Checks the characters of a URI and gives it in ASCII; the sentence counts characters as a
     * person does, from 1.
     */
    private static String ascii(String text, String shownBefore) throws Misread {
        try {
            return new URI(text).toASCIIString();
        } catch (URISyntaxException e) {
            int at = e.getIndex();
            String where =
                    at >= 0 && at < text.length()
                            ? "the character \"" + text.charAt(at) + "\""
                            : "the end";
            throw new Misread(
                    "The address "
                            + shownBefore
                            + "... is not understood at "
                            + where
                            + ". Write a blank as %20, and other special characters likewise.");
        }
    }

    /** What is wrong with a line; never leaves this class. */
    private static final class Misread extends Exception {
        private static final long serialVersionUID = 1L;
        private final String sentence;

        private Misread(String sentence) {
            super(sentence, null, false, false);
            this.sentence = sentence;
        }
    }
}
