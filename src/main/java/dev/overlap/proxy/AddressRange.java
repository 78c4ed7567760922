package dev.overlap.proxy;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of IP addresses with a common prefix, such as {@code 10.0.0.0/8} or {@code fd00::/8}.
 *
 * @param bytes the length of an address, 4 or 16
 * @param prefix the common leading bits, as a number
 * @param hostBits the number of bits after the prefix
 */
record AddressRange(int bytes, BigInteger prefix, int hostBits) {

    private static final Pattern TEXT = Pattern.compile("\\[?([0-9a-fA-F:.]+)]?(?:/(\\d{1,3}))?");

    /** Parses a range or a single address; returns empty for anything else, such as a name. */
    static Optional<AddressRange> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        byte[] address = parts.matches() ? address(parts.group(1)) : null;
        if (address == null) {
            return Optional.empty();
        }
        int all = address.length * Byte.SIZE;
        int length = parts.group(2) == null ? all : Integer.parseInt(parts.group(2));
        return length > all ? Optional.empty() : Optional.of(of(address, all - length));
    }

    private static byte @Nullable [] address(String text) {
        try {
            return InetAddress.ofLiteral(text).getAddress();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static AddressRange of(byte[] address, int hostBits) {
        BigInteger number = new BigInteger(1, address);
        return new AddressRange(address.length, number.shiftRight(hostBits), hostBits);
    }

    /** Returns whether this range contains another one. */
    boolean holds(AddressRange other) {
        return bytes == other.bytes
                && hostBits >= other.hostBits
                && other.prefix.shiftRight(hostBits - other.hostBits).equals(prefix);
    }
}
