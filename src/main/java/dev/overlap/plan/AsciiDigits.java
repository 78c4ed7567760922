package dev.overlap.plan;

/** Numbers inside addresses and repeats: written in the ten ASCII digits and in no other script. */
final class AsciiDigits {

    private AsciiDigits() {}

    /**
     * Reads a number.
     *
     * @param most the largest that is wanted, below ten million
     * @return the number, from 1 to {@code most}, or -1 if the text is anything else
     */
    static int number(String text, int most) {
        if (text.isEmpty() || text.length() > 7 || !text.chars().allMatch(AsciiDigits::isDigit)) {
            return -1;
        }
        int number = Integer.parseInt(text);
        return number >= 1 && number <= most ? number : -1;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
