package dev.overlap.lab;

import org.jspecify.annotations.Nullable;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/** The one form of a host's name: lower case, ASCII (IDNA), no trailing dot. Pure functions. */
final class HostName {

    private static final int MAX_LENGTH = 253;
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[.*]|.*:.*");

    private HostName() {}

    /** Returns the name in its one form, or null if the text is not the name of a host. */
    static @Nullable String normalized(String text) {
        try {
            String ascii = IDN.toASCII(text.strip(), IDN.USE_STD3_ASCII_RULES);
            String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
            boolean valid =
                    !name.isEmpty()
                            && name.length() <= MAX_LENGTH
                            && !name.startsWith(".")
                            && !name.contains("..");
            return valid ? name.toLowerCase(Locale.ROOT) : null;
        } catch (IllegalArgumentException e) {
            return null; // the answer, not an error
        }
    }

    /** Returns whether the text is a numeric address, or looks like a wrong one. */
    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }
}
