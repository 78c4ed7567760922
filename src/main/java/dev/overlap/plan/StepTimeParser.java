package dev.overlap.plan;

import java.time.Duration;

/**
 * Reads how long a step takes, using {@link DurationParser}: whole milliseconds, from one
 * millisecond to ten minutes.
 */
enum StepTimeParser {
    COMPUTATION("A computation", "cpu:1200ms or cpu:1.2s"),
    SLEEP("A sleep", "sleep:200ms or sleep:1.5s"),
    GAP("A gap", "add:hits gap 5ms");

    private final String noun;
    private final String example;

    StepTimeParser(String noun, String example) {
        this.noun = noun;
        this.example = example;
    }

    Duration time(String text) throws SiteParseException {
        Duration time = DurationParser.find(text).orElseThrow(this::missing);
        if (!Step.takes(time)) {
            throw new SiteParseException(
                    noun
                            + " takes 1 ms to 10 minutes, in whole milliseconds, not "
                            + Quoting.of(text)
                            + ".");
        }
        return time;
    }

    SiteParseException missing() {
        return new SiteParseException(
                noun + " needs a time and its unit. Write it as in " + example + ".");
    }
}
