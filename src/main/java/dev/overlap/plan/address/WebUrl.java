package dev.overlap.plan.address;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * An absolute {@code http} or {@code https} URL ready to be requested: in ASCII, without a
 * fragment, and normalised, so that equal URLs mean the same request. Created by {@code
 * UrlReference}.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower-case ASCII; an IPv6 address is in brackets
 * @param zone the zone of an IPv6 address, such as {@code eth0}, which is never sent; null if
 *     absent
 * @param port 1 to 65535, or {@value #DEFAULT_PORT} for the default of the scheme
 * @param user the user info, percent-encoded as written; null if absent
 * @param target path and query, as in the request line
 */
public record WebUrl(
        String scheme,
        String host,
        @Nullable String zone,
        int port,
        @Nullable String user,
        String target) {

    public static final int DEFAULT_PORT = -1;

    /** Creates a URL without a user or zone. */
    public WebUrl(String scheme, String host, int port, String target) {
        this(scheme, host, null, port, null, target);
    }

    public static WebUrl of(
            String scheme, UrlHost host, int port, @Nullable String user, String target) {
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

    /** Returns the host to connect to, including any zone. */
    public String hostWithZone() {
        return hostWith("%");
    }

    private String hostWith(String percent) {
        return zone == null ? host : host.substring(0, host.length() - 1) + percent + zone + "]";
    }

    /** Returns scheme, host and port, such as {@code http://example.org:8080}. */
    public String origin() {
        boolean looksEncoded = zone != null && zone.startsWith("25"); // "%250" is read as zone 0
        String server = hostWith(looksEncoded ? "%25" : "%");
        return scheme + "://" + server + (port == DEFAULT_PORT ? "" : ":" + port);
    }

    /** Returns whether both URLs have the same origin, so that they may share credentials. */
    public boolean isSameOrigin(WebUrl other) {
        return origin().equals(other.origin());
    }

    /** Returns the URL without the user. */
    @Override
    public String toString() {
        return origin() + target;
    }
}
