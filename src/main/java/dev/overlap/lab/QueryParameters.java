package dev.overlap.lab;

/** Parses the numbers in a URL strictly. Pure functions. */
final class QueryParameters {

    /** Thrown for an invalid URL; the message is the sentence to reply. */
    static final class InvalidParameterException extends Exception {

        private static final long serialVersionUID = 1L;

        InvalidParameterException(String sentence) {
            super(sentence, null, false, false);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    private static final int MAX_DIGITS = 18;
    private static final int MAX_SHOWN = 40;

    private QueryParameters() {}

    /** Rejects any query, for paths without parameters. */
    static void none(String query) throws InvalidParameterException {
        if (!query.isEmpty()) {
            throw new InvalidParameterException(
                    "This path has no parameters, but \"%s\" was given.".formatted(shown(query)));
        }
    }

    /**
     * Returns the value of the only parameter of a path.
     *
     * @param query the part after the question mark, possibly empty
     * @return 0 if the parameter is absent
     */
    static int only(String name, String query, int max) throws InvalidParameterException {
        if (query.isEmpty()) {
            return 0;
        }
        String[] sides = query.split("=", 2);
        if (!sides[0].equals(name)) {
            throw new InvalidParameterException(
                    "This path has no parameter \"%s\"; it has %s."
                            .formatted(shown(sides[0]), name));
        }
        return (int) number(name, sides.length == 2 ? sides[1] : "", 0, max);
    }

    /**
     * Parses a whole number within bounds.
     *
     * @param name the name of the parameter, for the error
     */
    static long number(String name, String text, long min, long max)
            throws InvalidParameterException {
        if (isNumber(text)) {
            long value = Long.parseLong(text);
            if (value >= min && value <= max) {
                return value;
            }
        }
        throw new InvalidParameterException(
                "%s must be a whole number from %d to %d, not \"%s\"."
                        .formatted(name, min, max, shown(text)));
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String shown(String text) {
        return text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "..." : text;
    }
}
