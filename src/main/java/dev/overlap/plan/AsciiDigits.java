package dev.overlap.plan;

/** Reads the numbers in addresses and repeat counts, which must be in ASCII digits. */
final class AsciiDigits {

    private AsciiDigits() {}

    /**
     * Reads a number.
     *
     * @param most the largest allowed value, below a hundred million
     * @return the number, from 1 to {@code most}, or -1 if the text is anything else
     */
    static int number(String text, int most) {
        if (text.isEmpty() || text.length() > 8 || !text.chars().allMatch(AsciiDigits::isDigit)) {
            return -1;
        }
        int number = Integer.parseInt(text);
        return number >= 1 && number <= most ? number : -1;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
