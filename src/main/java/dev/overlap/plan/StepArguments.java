package dev.overlap.plan;

import java.time.Duration;

/** Reads what follows the colon of a step without an address. */
final class StepArguments {

    private StepArguments() {}

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
        String name = ResourceNameParser.name(beforeSlash(text), "permit:db/3");
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
        String name = ResourceNameParser.name(beforeSlash(text), "add:hits");
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
                            .formatted(begin, least, most, noun, Quoting.of(digits)));
        }
        return number;
    }
}
