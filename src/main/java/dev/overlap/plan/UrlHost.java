package dev.overlap.plan;

import okhttp3.HttpUrl;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * The host of a URL in the one form in which it is asked for: names by UTS 46, in ASCII; IPv4
 * addresses in four decimal numbers, IPv6 addresses in brackets.
 *
 * @param zone the zone of an IPv6 address; null where none is named
 */
record UrlHost(String name, @Nullable String zone) {

    private static final int MAX_LENGTH = 253;
    private static final int MAX_LABEL_LENGTH = 63;
    private static final String ZONE = "[A-Za-z0-9._~-]+";

    /** Before other scripts and encoded octets have become ASCII. */
    private static final int MAX_WRITTEN_LENGTH = 9 * MAX_LENGTH;

    /** A host as it is written, or null if it is none. */
    static @Nullable UrlHost parse(String written) {
        if (written.startsWith("[")) {
            return ipv6(written);
        }
        String name = isPlain(written) ? written.toLowerCase(Locale.ROOT) : canonical(written);
        if (name != null && Ipv4Address.endsInNumber(name)) {
            name = Ipv4Address.parse(name);
        }
        return name == null ? null : new UrlHost(name, null);
    }

    /**
     * Whether a name is in ASCII as it is: nearly always. Finding its ASCII form takes most of the
     * time of a long list otherwise.
     */
    private static boolean isPlain(String name) {
        if (name.length() > MAX_LENGTH || name.contains("--")) {
            return false; // two hyphens: perhaps ASCII that stands for another script
        }
        int label = 0;
        for (int at = 0; at < name.length(); at++) {
            char c = name.charAt(at);
            boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (c == '.' ? label == 0 : !isLetter && (c < '0' || c > '9') && c != '-') {
                return false;
            }
            label = c == '.' ? 0 : label + 1;
            if (label > MAX_LABEL_LENGTH) {
                return false;
            }
        }
        return label > 0;
    }

    private static @Nullable String canonical(String written) {
        String name = written.length() > MAX_WRITTEN_LENGTH ? null : known(written);
        boolean isName =
                name != null
                        && name.length() <= MAX_LENGTH
                        && name.chars().allMatch(UrlHost::mayStandInAName)
                        && name.equals(known(name)); // it makes names that it refuses itself
        return isName ? name : null;
    }

    /** What the library makes of a host, or null if it refuses it. */
    private static @Nullable String known(String written) {
        try {
            return new HttpUrl.Builder().scheme("http").host(written).build().host();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Source: RFC 3986, section 3.2.2, what a {@code reg-name} has apart from encoded octets. */
    private static boolean mayStandInAName(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || "-._~!$&'()*+,;=".indexOf(c) >= 0;
    }

    /** Source of the zone: RFC 6874; most people and tools write its percent sign as it is. */
    private static @Nullable UrlHost ipv6(String written) {
        int percent = written.indexOf('%');
        if (percent < 0 || !written.endsWith("]")) {
            return ipv6(written, null);
        }
        String text = written.substring(percent + 1, written.length() - 1);
        boolean isEncoded = text.startsWith("25") && text.length() > 2;
        String zone = isEncoded ? text.substring(2) : text;
        return zone.matches(ZONE) ? ipv6(written.substring(0, percent) + "]", zone) : null;
    }

    private static @Nullable UrlHost ipv6(String written, @Nullable String zone) {
        String address = known(written);
        if (address == null) {
            return null;
        }
        boolean isIpv4 = address.indexOf(':') < 0; // the library unwraps ::ffff:127.0.0.1
        return isIpv4 ? new UrlHost(address, null) : new UrlHost("[" + address + "]", zone);
    }
}
