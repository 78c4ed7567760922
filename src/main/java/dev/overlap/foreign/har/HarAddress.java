package dev.overlap.foreign.har;

import dev.overlap.plan.Quoting;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of archives, free of what must not be kept. */
final class HarAddress {

    private static final Pattern USER =
            Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*:)?//[^/\\\\?#]*@");

    /** The scheme, and the host with its port. */
    private static final Pattern ORIGIN = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/\\\\?#]*");

    private static final Pattern CONTENT = Pattern.compile("(?i)^(data:[^,;]*).*", Pattern.DOTALL);

    private HarAddress() {}

    /** Returns an address without a user, and of a {@code data:} address only the type. */
    static String shown(String url, int longest) {
        String text = url.strip();
        Matcher content = CONTENT.matcher(text);
        if (content.matches()) {
            text = content.group(1);
        }
        Matcher user = USER.matcher(text);
        if (user.find()) {
            String scheme = user.group(1) == null ? "" : user.group(1);
            text = scheme + "//" + text.substring(user.end());
        }
        return Quoting.plain(text, longest);
    }

    /** Returns where its connections lead; empty for an address without a host. */
    static String origin(String url) {
        Matcher origin = ORIGIN.matcher(url);
        return origin.find() ? origin.group() : "";
    }
}
