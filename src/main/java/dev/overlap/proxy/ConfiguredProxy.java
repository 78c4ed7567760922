package dev.overlap.proxy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A proxy that a setting of this machine names.
 *
 * @param setting the variable or property, such as {@code https_proxy}
 * @param address its host and port, such as {@code proxy.example:3128}, never a user name or a
 *     password; empty if these cannot be told from what is written
 */
public record ConfiguredProxy(String setting, String address) {

    /** All that stands before the last @ may be a password, slashes included. */
    private static final Pattern VALUE =
            Pattern.compile("(?:[a-zA-Z][a-zA-Z0-9+.-]*://)?(?:.*@)?([^/?#\\\\]*).*");

    private static final Pattern ADDRESS =
            Pattern.compile("(?:[\\p{L}\\p{N}._-]+|\\[[0-9a-fA-F:.]+])(?::\\d{1,5})?");

    /** Returns what a setting names by such a value: a URL, or a host and its port. */
    static ConfiguredProxy parse(String setting, String value) {
        Matcher parts = VALUE.matcher(value.strip());
        String address = parts.matches() ? parts.group(1) : "";
        return new ConfiguredProxy(setting, ADDRESS.matcher(address).matches() ? address : "");
    }

    /** Returns the setting and what it names, such as {@code https_proxy=proxy.example:3128}. */
    public String text() {
        return address.isEmpty() ? setting : setting + "=" + address;
    }
}
