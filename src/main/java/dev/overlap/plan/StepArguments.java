package dev.overlap.plan;

import dev.overlap.plan.address.AsciiDigits;

import java.time.Duration;
import java.util.regex.Pattern;

/** Reads what follows the colon of a step without an address. */
final class StepArguments {

    /** ASCII, because programs and files contain the names, too. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,31}");

    private StepArguments() {}

    /**
     * Reads the name of something that tasks share: a letter, followed by up to 31 letters, digits,
     * hyphens and underscores.
     *
     * @param example how a name is written there
     */
    static String name(String text, String example) throws SiteParseException {
        if (!NAME.matcher(text).matches()) {
            throw new SiteParseException(
                    "A name begins with a letter from A to Z, followed by up to 31 letters, digits,"
                            + " - and _. Write it as in "
                            + example
                            + ".");
        }
        return text;
    }

    /** Reads the time of a computation, and the number of its pieces. */
    static Step.Compute compute(String text) throws SiteParseException {
        Duration time = StepTimeParser.COMPUTATION.time(beforeSlash(text));
        int pieces =
                hasSlash(text)
                        ? afterSlash(
                                text, 2, Step.Compute.MAX_PIECES, "A computation has", "pieces")
                        : 1;
        return new Step.Compute(time, pieces);
    }

    /** Reads the name and the places of a permit. */
    static Resource permit(String text) throws SiteParseException {
        String name = name(beforeSlash(text), "permit:db/3");
        if (!hasSlash(text)) {
            throw new SiteParseException(
                    "A permit needs its number of places. Write it as in permit:db/3.");
        }
        int places = afterSlash(text, 1, Step.Permit.MAX_PLACES, "A permit has", "places");
        return new Resource(name, Resource.Type.PERMIT, places);
    }

    /**
     * Reads the name and the times of increments.
     *
     * @param gap between each read and its write
     */
    static Step.Add add(String text, Duration gap) throws SiteParseException {
        String name = name(beforeSlash(text), "add:hits");
        int times =
                hasSlash(text)
                        ? afterSlash(text, 1, Step.Add.MAX_TIMES, "A step adds", "times")
                        : 1;
        return new Step.Add(name, times, gap);
    }

    private static boolean hasSlash(String text) {
        return text.indexOf('/') >= 0;
    }

    private static String beforeSlash(String text) {
        return hasSlash(text) ? text.substring(0, text.indexOf('/')) : text;
    }

    private static int afterSlash(String text, int least, int most, String begin, String noun)
            throws SiteParseException {
        String digits = text.substring(text.indexOf('/') + 1);
        int number = AsciiDigits.number(digits, most);
        if (number < least) {
            throw new SiteParseException(
                    "%s %d to %d %s, not %s."
                            .formatted(begin, least, most, noun, Quoting.ofWord(digits)));
        }
        return number;
    }
}
