package dev.overlap.plan;

import java.time.Duration;

/**
 * Reads how long a site computes, using {@link DurationParser}: whole milliseconds, from one
 * millisecond to ten minutes.
 */
final class ComputeTimeParser {

    private ComputeTimeParser() {}

    static Step.Compute site(String text) throws SiteParseException {
        Duration time =
                DurationParser.find(text)
                        .orElseThrow(
                                () ->
                                        new SiteParseException(
                                                "A computation needs a time and its unit. Write it"
                                                        + " as in cpu:1200ms or cpu:1.2s."));
        if (!Step.takes(time)) {
            throw new SiteParseException(
                    "A computation takes 1 ms to 10 minutes, in whole milliseconds, not "
                            + Quoting.of(text)
                            + ".");
        }
        return new Step.Compute(time);
    }
}
