package dev.overlap.plan.address;

import org.jspecify.annotations.Nullable;

/**
 * Parses IPv4 addresses as {@code inet_aton} and browsers do: one to four numbers, each decimal,
 * octal or hexadecimal, the last of which fills the remaining bytes, as in {@code 127.1}.
 *
 * <p>Source: WHATWG URL, section 3.5, "IPv4 parser" and "ends in a number checker".
 */
final class Ipv4Address {

    private static final int MAX_PARTS = 4;

    /** An address needs at most 11 digits, in octal; this many fit into a long in any notation. */
    private static final int MAX_DIGITS = 12;

    private static final long NOT_A_NUMBER = -1;

    private Ipv4Address() {}

    /** Returns whether a name can only be an address: no top-level domain is a number. */
    static boolean endsInNumber(String name) {
        String bare = withoutLastDot(name);
        String last = bare.substring(bare.lastIndexOf('.') + 1);
        if (last.isEmpty() || last.charAt(0) < '0' || last.charAt(0) > '9') {
            return false;
        }
        return isDigits(last) || number(last) != NOT_A_NUMBER;
    }

    /** Returns the address in dotted decimal form, or null if it is not an address. */
    static @Nullable String parse(String name) {
        String[] parts = withoutLastDot(name).split("\\.", -1);
        if (parts.length > MAX_PARTS) {
            return null;
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            long number = number(parts[i]);
            int octets = i == parts.length - 1 ? MAX_PARTS - i : 1;
            if (number == NOT_A_NUMBER || number >= 1L << (8 * octets)) {
                return null;
            }
            address = (address << (8 * octets)) + number;
        }
        return (address >> 24)
                + "."
                + (address >> 16 & 255)
                + "."
                + (address >> 8 & 255)
                + "."
                + (address & 255);
    }

    private static String withoutLastDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /**
     * Reads a decimal number, or one prefixed with {@code 0x} or {@code 0}; {@code 0x} alone is
     * zero.
     */
    private static long number(String text) {
        boolean isHex = text.startsWith("0x");
        boolean isOctal = !isHex && text.length() > 1 && text.startsWith("0");
        String digits = text.substring(isHex ? 2 : isOctal ? 1 : 0);
        String allowed = isHex ? "[0-9a-f]*" : isOctal ? "[0-7]+" : "[0-9]+";
        if (!digits.matches(allowed)) {
            return NOT_A_NUMBER;
        }
        String shortest = digits.replaceFirst("^0+", "0");
        if (shortest.length() > MAX_DIGITS) {
            return Long.MAX_VALUE; // larger than any address
        }
        return shortest.isEmpty() ? 0 : Long.parseLong(shortest, isHex ? 16 : isOctal ? 8 : 10);
    }
}
