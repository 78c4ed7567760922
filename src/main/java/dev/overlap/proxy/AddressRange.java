package dev.overlap.proxy;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of the net that begin alike, in the notation {@code 10.0.0.0/8} or {@code fd00::/8};
 * without a slash, one address.
 *
 * @param bytes how many an address has, 4 or 16
 * @param first what those bits are that are alike
 * @param dropped how many bits at the end may be anything
 */
record AddressRange(int bytes, BigInteger first, int dropped) {

    private static final Pattern TEXT = Pattern.compile("\\[?([0-9a-fA-F:.]+)]?(?:/(\\d{1,3}))?");

    /** What is written; nothing if it is no address, such as a name. */
    static Optional<AddressRange> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        byte[] address = parts.matches() ? address(parts.group(1)) : null;
        if (address == null) {
            return Optional.empty();
        }
        int all = address.length * Byte.SIZE;
        int alike = parts.group(2) == null ? all : Integer.parseInt(parts.group(2));
        return alike > all ? Optional.empty() : Optional.of(of(address, all - alike));
    }

    private static byte @Nullable [] address(String text) {
        try {
            return InetAddress.ofLiteral(text).getAddress();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static AddressRange of(byte[] address, int dropped) {
        BigInteger number = new BigInteger(1, address);
        return new AddressRange(address.length, number.shiftRight(dropped), dropped);
    }

    /** Whether all addresses of another range are in this one too. */
    boolean holds(AddressRange other) {
        return bytes == other.bytes
                && dropped >= other.dropped
                && other.first.shiftRight(dropped - other.dropped).equals(first);
    }
}
