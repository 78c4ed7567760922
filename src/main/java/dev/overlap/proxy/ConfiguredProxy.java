package dev.overlap.proxy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A proxy configured on this machine.
 *
 * @param setting the variable or property, such as {@code https_proxy}
 * @param address host and port, such as {@code proxy.example:3128}, without a user name or
 *     password; empty if they cannot be determined
 */
public record ConfiguredProxy(String setting, String address) {

    /** Everything before the last @ may be a password, including slashes. */
    private static final Pattern VALUE =
            Pattern.compile("(?:[a-zA-Z][a-zA-Z0-9+.-]*://)?(?:.*@)?([^/?#\\\\]*).*");

    private static final Pattern ADDRESS =
            Pattern.compile("(?:[\\p{L}\\p{N}._-]+|\\[[0-9a-fA-F:.]+])(?::\\d{1,5})?");

    /** Parses the value of a setting: a URL, or a host and port. */
    static ConfiguredProxy parse(String setting, String value) {
        Matcher parts = VALUE.matcher(value.strip());
        String address = parts.matches() ? parts.group(1) : "";
        return new ConfiguredProxy(setting, ADDRESS.matcher(address).matches() ? address : "");
    }

    /** Returns the setting with its address, such as {@code https_proxy=proxy.example:3128}. */
    public String text() {
        return address.isEmpty() ? setting : setting + "=" + address;
    }
}
