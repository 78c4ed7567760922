package dev.overlap.testkit;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Derives bad inputs from good ones by cutting, duplicating, reversing, replacing and inserting, a
 * few times each. Seeded, so that failures are reproducible.
 */
public final class InputMutator {

    /** The number of inputs per reader in every build. */
    public static final int INPUTS = 4_000;

    /** The number of inputs per reader in the soak test. */
    public static final int SOAK_INPUTS = 100_000;

    private static final int MAX_CHANGES = 6;

    /** The approximate maximum length, since repeated duplication would exhaust the memory. */
    private static final int MAX_LENGTH = 20_000;

    /** Fragments that tend to break parsers. */
    private static final List<String> PIECES =
            List.of(
                    "\0",
                    "\r",
                    "\n",
                    "\r\n",
                    "\t",
                    " ",
                    "\u00a0",
                    "\u0085",
                    "\u2028",
                    "\ufeff",
                    "\ud800",
                    "\udc00",
                    "\ud83d\ude00",
                    "\u202e",
                    "\u200d",
                    "\u0130",
                    "\u0661",
                    "\"",
                    "'",
                    "\\",
                    "\\u0000",
                    "\\ud800",
                    "%",
                    "%s",
                    "$1",
                    "#",
                    " #",
                    "@",
                    "://",
                    "/",
                    "-",
                    "- ",
                    "?",
                    "*",
                    "&a ",
                    "*a",
                    "<<: ",
                    "!!java.net.URL ",
                    "| ",
                    ">",
                    ": ",
                    ":",
                    ",",
                    ".",
                    "[",
                    "]",
                    "{",
                    "}",
                    "null",
                    "true",
                    "~",
                    "NaN",
                    "Infinity",
                    "-0",
                    "0",
                    "-1",
                    "1e999",
                    "1e999999999",
                    "0x7fffffff",
                    "2147483648",
                    "-9223372036854775809",
                    "99999999999999999999",
                    "0.0000000001",
                    "PT1S",
                    "PT-1S",
                    "10s",
                    "999999999h");

    private final Random random;
    private final List<String> good;

    private InputMutator(long seed, List<String> good) {
        this.random = new Random(seed);
        this.good = good;
    }

    /**
     * Runs a check on many mutated inputs.
     *
     * @param good the inputs to mutate
     * @param check throws if a reader violates its contract for an input
     */
    public static void each(int inputs, long seed, List<String> good, Consumer<String> check) {
        InputMutator inputMutator = new InputMutator(seed, good);
        for (int number = 0; number < inputs; number++) {
            String input = inputMutator.input();
            try {
                check.accept(input);
            } catch (Throwable fault) { // a stack overflow is a fault of the reader, too
                String which = "Input %d of seed %d, <%s>".formatted(number, seed, input);
                throw new AssertionError(which, fault);
            }
        }
    }

    private String input() {
        StringBuilder text = new StringBuilder(one(good));
        for (int left = random.nextInt(MAX_CHANGES + 1); left > 0; left--) {
            change(text);
        }
        return text.toString();
    }

    private void change(StringBuilder text) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(1 + (1 << random.nextInt(10))));
        switch (random.nextInt(9)) {
            case 0 -> text.delete(from, to);
            case 1 -> text.setLength(from);
            case 2 -> text.insert(to, text.substring(from, to));
            case 3 -> text.replace(from, to, one(PIECES));
            case 4 -> text.insert(from, one(PIECES));
            case 5 -> text.insert(from, (char) random.nextInt(Character.MAX_VALUE + 1));
            case 6 -> flip(text, from);
            case 7 -> text.insert(from, part(one(good)));
            default -> text.insert(from, repeated());
        }
        text.setLength(Math.min(text.length(), MAX_LENGTH));
    }

    /** Flips one bit of one character. */
    private void flip(StringBuilder text, int at) {
        if (at < text.length()) {
            text.setCharAt(at, (char) (text.charAt(at) ^ (1 << random.nextInt(8))));
        }
    }

    private String part(String text) {
        int from = random.nextInt(text.length() + 1);
        return text.substring(from, from + random.nextInt(text.length() - from + 1));
    }

    /** Returns very long numbers and deep nesting. */
    private String repeated() {
        String piece = random.nextBoolean() ? one(PIECES) : one(List.of("[", "{\"a\":", "9", "- "));
        return piece.repeat(1 << random.nextInt(11));
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
