package dev.overlap.render.timeline;

import dev.overlap.text.DurationFormat;

/** Formats a time span for a tooltip. */
final class TimeSpanText {

    private TimeSpanText() {}

    /**
     * Returns {@code 300 ms, from 12 ms to 312 ms}, or the equivalent for a span that has not
     * ended.
     */
    static String of(long begin, long end, long horizon) {
        boolean over = end <= horizon;
        long until = over ? end : horizon;
        String length = DurationFormat.text(Math.max(0, until - begin)) + (over ? "" : " so far");
        String from = ", from " + DurationFormat.text(begin);
        return over ? length + from + " to " + DurationFormat.text(end) : length + from;
    }
}
