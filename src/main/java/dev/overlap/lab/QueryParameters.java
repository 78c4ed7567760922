package dev.overlap.lab;

/** Reads the numbers of a URL. A wrong one ends in a sentence, never in a guess. Pure. */
final class QueryParameters {

    /** A URL that is not understood; the message is the sentence to reply. */
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

    /** Refuses any query, for paths that have no parameter. */
    static void none(String query) throws InvalidParameterException {
        if (!query.isEmpty()) {
            throw new InvalidParameterException(
                    "This path has no parameters, but \"%s\" was given.".formatted(shown(query)));
        }
    }

    /**
     * The value of the one parameter that a path has.
     *
     * @param query what stands behind the question mark, possibly nothing
     * @return 0 where it is not given
     */
    static int only(String name, String query, int most) throws InvalidParameterException {
        if (query.isEmpty()) {
            return 0;
        }
        String[] sides = query.split("=", 2);
        if (!sides[0].equals(name)) {
            throw new InvalidParameterException(
                    "This path has no parameter \"%s\"; it has %s."
                            .formatted(shown(sides[0]), name));
        }
        return (int) number(name, sides.length == 2 ? sides[1] : "", 0, most);
    }

    /**
     * A whole number within bounds.
     *
     * @param name of it, for the sentence
     */
    static long number(String name, String text, long least, long most)
            throws InvalidParameterException {
        if (isNumber(text)) {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw new InvalidParameterException(
                "%s must be a whole number from %d to %d, not \"%s\"."
                        .formatted(name, least, most, shown(text)));
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
