package dev.overlap.comparison.forecast;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time that a path of the lab declares for its reply, to the last byte. */
final class LabTime {

    /** The time of a path that the lab may not know. */
    static final long UNKNOWN = -1;

    /** The time of a path that never replies: a task waits for its timeout. */
    static final long FOR_EVER = Long.MAX_VALUE / 4;

    private static final Pattern DELAY = Pattern.compile("/delay/(\\d{1,6})");
    private static final Pattern TIMED =
            Pattern.compile(
                    "/(?:bytes/\\d{1,10}|status/\\d{3}|reset|close|jobs)"
                            + "(?:\\?(?:ms|delay|after|takes)=(\\d{1,6}))?");
    private static final Pattern AT_ONCE = Pattern.compile("/|/echo(?:\\?.*)?|/redirect/\\d{1,3}");

    private static final long NANOS_PER_MILLI = 1_000_000;

    private LabTime() {}

    /**
     * Returns the declared time of a path in nanoseconds, or {@link #UNKNOWN}.
     *
     * @param path with its query, such as {@code /bytes/100?ms=20}
     */
    static long nanosOf(String path) {
        if (path.equals("/hang")) {
            return FOR_EVER;
        }
        if (AT_ONCE.matcher(path).matches()) {
            return 0;
        }
        Matcher delay = DELAY.matcher(path);
        Matcher timed = TIMED.matcher(path);
        if (delay.matches()) {
            return nanos(delay.group(1));
        }
        return timed.matches() ? nanos(timed.group(1)) : UNKNOWN;
    }

    private static long nanos(@Nullable String millis) {
        return millis == null ? 0 : Long.parseLong(millis) * NANOS_PER_MILLI;
    }
}
