package dev.overlap.export.html;

/**
 * Writes whole numbers as short text: groups of five bits, the lowest first, each a letter of
 * base64url, of which the sixth bit says that more follow. {@code assets/html/format.js} reads it.
 */
final class NumberWriter {

    private static final String DIGITS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int BITS = 5;
    private static final int MORE = 1 << BITS;

    private final StringBuilder text = new StringBuilder();

    /**
     * Appends a number.
     *
     * @throws IllegalArgumentException if it is negative
     */
    NumberWriter add(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("negative: " + number);
        }
        long rest = number;
        while (rest >= MORE) {
            text.append(DIGITS.charAt((int) (rest % MORE) + MORE));
            rest >>= BITS;
        }
        text.append(DIGITS.charAt((int) rest));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
