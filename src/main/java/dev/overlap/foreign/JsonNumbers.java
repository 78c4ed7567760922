package dev.overlap.foreign;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Reads times of files, which are decimal fractions, as whole nanoseconds: exactly, as a double
 * loses the nanoseconds of an instant that counts from 1970 or from the start of the machine.
 */
public final class JsonNumbers {

    /** In place of a time: there is none, or something that is not a time. */
    public static final long NONE = Long.MIN_VALUE;

    private static final int MAX_DIGITS = 17;
    private static final int MAX_EXPONENT = 30;

    private JsonNumbers() {}

    /**
     * Returns the number that is the current token, or the text of a string, in nanoseconds; {@link
     * #NONE} if it is not a number or is larger than fits.
     *
     * @param digits by which the unit is larger than a nanosecond: 6 for milliseconds
     */
    public static long nanos(JsonParser parser, int digits) {
        JsonToken token = parser.currentToken();
        boolean isNumber = token != null && token.isNumeric();
        if (!isNumber && token != JsonToken.VALUE_STRING) {
            parser.skipChildren();
            return NONE;
        }
        char[] text = parser.getStringCharacters();
        return nanos(text, parser.getStringOffset(), parser.getStringLength(), digits);
    }

    /**
     * The common case: at most 17 digits with the decimals that are kept, without an exponent. A
     * million events have two of them each, so nothing is allocated.
     */
    private static long nanos(char[] text, int offset, int length, int digits) {
        int end = offset + length;
        int at = offset;
        boolean isNegative = at < end && text[at] == '-';
        at += isNegative ? 1 : 0;
        long value = 0;
        int seen = 0;
        int decimals = -1;
        for (; at < end && seen <= MAX_DIGITS; at++) {
            char c = text[at];
            if (c == '.' && decimals < 0 && seen > 0) {
                decimals = 0;
            } else if (c >= '0' && c <= '9' && decimals < digits) {
                value = 10 * value + (c - '0');
                seen++;
                decimals += decimals < 0 ? 0 : 1;
            } else {
                break;
            }
        }
        int missing = digits - Math.max(0, decimals);
        if (at < end || seen == 0 || seen + missing > MAX_DIGITS) {
            return rare(new String(text, offset, length), digits);
        }
        for (; missing > 0; missing--) {
            value *= 10;
        }
        return isNegative ? -value : value;
    }

    /** More decimals than nanoseconds are rounded; exponents are allowed. */
    private static long rare(String text, int digits) {
        try {
            BigDecimal exact = new BigDecimal(text.strip());
            long magnitude = (long) exact.precision() - exact.scale();
            if (exact.signum() != 0 && magnitude > MAX_EXPONENT) {
                return NONE;
            }
            return magnitude < -MAX_EXPONENT
                    ? 0
                    : exact.movePointRight(digits)
                            .setScale(0, RoundingMode.HALF_UP)
                            .longValueExact();
        } catch (ArithmeticException | NumberFormatException _) {
            return NONE;
        }
    }
}
