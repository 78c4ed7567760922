package dev.overlap.plan;

import dev.overlap.plan.address.WebUrl;

import java.util.Locale;

/**
 * How connections are used and which certificates are accepted.
 *
 * @param perHost the most connections per host, or {@value #NOT_SET} for no limit to the lab and
 *     this machine and {@value #OWN_LIMIT} to any other host
 * @param total the most connections in total, or {@value #NOT_SET} for no limit
 * @param warm whether connections are opened before the run begins, so that its tasks only reuse
 *     them
 * @param trustSystem whether to trust the certificates of the operating system in addition to
 *     Java's own
 */
public record ConnectionSettings(int perHost, int total, boolean warm, boolean trustSystem) {

    public static final int NOT_SET = 0;

    /** The same limit that browsers use for HTTP/1.1. */
    static final int OWN_LIMIT = 6;

    /** The most concurrent requests of one run to a remote server, whatever the settings. */
    public static final int MAX_TO_OTHERS = 20;

    /** The largest limit, also used for "no limit": more than there are ports on this machine. */
    static final int MOST = 100_000;

    /** No limits set, cold connections, and Java's default trust. */
    public static final ConnectionSettings DEFAULT =
            new ConnectionSettings(NOT_SET, NOT_SET, false);

    public ConnectionSettings {
        within("connections per host", perHost);
        within("connections in total", total);
    }

    /** Creates settings that do not trust the certificates of the operating system. */
    public ConnectionSettings(int perHost, int total, boolean warm) {
        this(perHost, total, warm, false);
    }

    private static void within(String what, int value) {
        if (value < NOT_SET || value > MOST) {
            throw new IllegalArgumentException(
                    "The number of " + what + " must be between 1 and " + MOST + ".");
        }
    }

    public ConnectionSettings withPerHost(int perHost) {
        return new ConnectionSettings(perHost, total, warm, trustSystem);
    }

    public ConnectionSettings withTotal(int total) {
        return new ConnectionSettings(perHost, total, warm, trustSystem);
    }

    public ConnectionSettings withWarm(boolean warm) {
        return new ConnectionSettings(perHost, total, warm, trustSystem);
    }

    public ConnectionSettings withTrustSystem(boolean trustSystem) {
        return new ConnectionSettings(perHost, total, warm, trustSystem);
    }

    /** Returns the most connections to a host. */
    public int limitFor(String host) {
        if (isLoopback(host)) {
            return perHost == NOT_SET ? MOST : perHost;
        }
        return Math.min(MAX_TO_OTHERS, perHost == NOT_SET ? OWN_LIMIT : perHost);
    }

    /** Returns the most connections in total. */
    public int limit() {
        return total == NOT_SET ? MOST : total;
    }

    /**
     * Returns whether a host, as in {@link WebUrl}, is this machine. Names are not looked up: only
     * {@code localhost} counts.
     */
    public static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.equals("::1")
                || name.equals("[::1]")
                || name.startsWith("[::1%") // with a zone
                || name.matches("127(\\.\\d{1,3}){3}");
    }
}
