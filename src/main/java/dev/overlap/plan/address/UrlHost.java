package dev.overlap.plan.address;

import okhttp3.HttpUrl;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * The host of a URL in normal form: names in ASCII by UTS 46, IPv4 addresses in dotted decimal
 * form, IPv6 addresses in brackets.
 *
 * @param zone the zone of an IPv6 address; null if absent
 */
public record UrlHost(String name, @Nullable String zone) {

    private static final int MAX_LENGTH = 253;
    private static final int MAX_LABEL_LENGTH = 63;
    private static final String ZONE = "[A-Za-z0-9._~-]+";

    /** The most characters before other scripts and encoded octets are converted to ASCII. */
    private static final int MAX_WRITTEN_LENGTH = 9 * MAX_LENGTH;

    /** Parses a host, or returns null if it is invalid. */
    public static @Nullable UrlHost parse(String written) {
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
     * Returns whether a name is already plain ASCII, as nearly all are. Converting names would
     * otherwise dominate the time for a long list.
     */
    private static boolean isPlain(String name) {
        if (name.length() > MAX_LENGTH || name.contains("--")) {
            return false; // two hyphens: possibly Punycode
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
                        && name.chars().allMatch(UrlHost::isNameCharacter)
                        && name.equals(known(name)); // it produces names that it then rejects
        return isName ? name : null;
    }

    /** Returns the library's form of a host, or null if the library rejects it. */
    private static @Nullable String known(String written) {
        try {
            return new HttpUrl.Builder().scheme("http").host(written).build().host();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Source: RFC 3986, section 3.2.2, {@code reg-name} without encoded octets. */
    private static boolean isNameCharacter(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || "-._~!$&'()*+,;=".indexOf(c) >= 0;
    }

    /** Source for the zone: RFC 6874, though its percent sign is usually written unencoded. */
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
