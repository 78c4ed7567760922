package dev.overlap.render.timeline;

import dev.overlap.text.DurationFormat;

/** The words for a stretch of time under the mouse. */
final class TimeSpanText {

    private TimeSpanText() {}

    /** {@code 300 ms, from 12 ms to 312 ms}, or the same of something that goes on. */
    static String of(long begin, long end, long horizon) {
        boolean over = end <= horizon;
        long until = over ? end : horizon;
        String length = DurationFormat.text(Math.max(0, until - begin)) + (over ? "" : " so far");
        String from = ", from " + DurationFormat.text(begin);
        return over ? length + from + " to " + DurationFormat.text(end) : length + from;
    }
}
