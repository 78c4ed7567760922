package dev.overlap.plan;

import java.time.Duration;

/**
 * Reads how long a site computes: a {@link DurationText} of whole milliseconds, from one of them to
 * ten minutes.
 */
final class CpuTime {

    private CpuTime() {}

    static Site.Compute site(String text) throws Misread {
        Duration time =
                DurationText.find(text)
                        .orElseThrow(
                                () ->
                                        new Misread(
                                                "A computation needs a time and its unit. Write it"
                                                        + " as in cpu:1200ms or cpu:1.2s."));
        if (!Site.Compute.takes(time)) {
            throw new Misread(
                    "A computation takes 1 ms to 10 minutes, in whole milliseconds, not "
                            + Quote.of(text)
                            + ".");
        }
        return new Site.Compute(time);
    }
}
