package dev.overlap.plan;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * An absolute {@code http} or {@code https} URL as a request needs it: in ASCII, without a
 * fragment, and in one spelling, so that equal URLs ask the same server for the same thing. Read by
 * {@code UrlReference}.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in small letters, ASCII form; an IPv6 address stands in brackets
 * @param zone the zone of an IPv6 address, such as {@code eth0}, which is never sent; null where
 *     none is named
 * @param port 1 to 65535, or {@value #DEFAULT_PORT} for that of the scheme
 * @param user as written in front of the host, percent-encoded; null where none is named
 * @param target path and query, as they stand in the first line of a request
 */
public record WebUrl(
        String scheme,
        String host,
        @Nullable String zone,
        int port,
        @Nullable String user,
        String target) {

    public static final int DEFAULT_PORT = -1;

    /** A URL that names no user and no zone. */
    public WebUrl(String scheme, String host, int port, String target) {
        this(scheme, host, null, port, null, target);
    }

    static WebUrl of(String scheme, UrlHost host, int port, @Nullable String user, String target) {
        String small = scheme.toLowerCase(Locale.ROOT);
        boolean isDefault = port == (small.equals("https") ? 443 : 80);
        return new WebUrl(
                small, host.name(), host.zone(), isDefault ? DEFAULT_PORT : port, user, target);
    }

    WebUrl withTarget(String other) {
        return new WebUrl(scheme, host, zone, port, user, other);
    }

    public WebUrl withoutUser() {
        return user == null ? this : new WebUrl(scheme, host, zone, port, null, target);
    }

    public boolean isHttps() {
        return scheme.equals("https");
    }

    /** The host as a connection is opened to it: with the zone, where one is named. */
    public String hostWithZone() {
        return hostWith("%");
    }

    private String hostWith(String percent) {
        return zone == null ? host : host.substring(0, host.length() - 1) + percent + zone + "]";
    }

    /** Scheme, host and port, such as {@code http://example.org:8080}. */
    public String origin() {
        boolean looksEncoded = zone != null && zone.startsWith("25"); // "%250" is read as zone 0
        String server = hostWith(looksEncoded ? "%25" : "%");
        return scheme + "://" + server + (port == DEFAULT_PORT ? "" : ":" + port);
    }

    /** Whether both are of the same server: what is told to the one may be told to the other. */
    public boolean isSameOrigin(WebUrl other) {
        return origin().equals(other.origin());
    }

    /** Without the user. */
    @Override
    public String toString() {
        return origin() + target;
    }
}
