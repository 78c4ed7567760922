package dev.overlap.engine.request;

import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/**
 * Reads {@code Retry-After} (RFC 9110, section 10.2.3): seconds, or a date in the form that servers
 * send today or in that of RFC 850. The third form, asctime's, has long died out and counts as
 * unreadable.
 */
final class RetryAfter {

    /** More digits than any wait that makes sense; fewer than a long can hold. */
    private static final int MAX_DIGITS = 12;

    private RetryAfter() {}

    /**
     * How long to wait; zero or less for not at all.
     *
     * @param date the reply's own {@code Date}, which a date is counted from, so that clocks need
     *     not agree; where it is missing, this machine's clock is taken
     * @return null if the value is missing or says nothing
     */
    static @Nullable Duration of(@Nullable String value, @Nullable String date) {
        if (value == null) {
            return null;
        }
        String text = value.strip();
        return isNumber(text) ? seconds(text) : until(text, date);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Duration seconds(String digits) {
        boolean absurd = digits.length() > MAX_DIGITS;
        return Duration.ofSeconds(Long.parseLong(absurd ? "9".repeat(MAX_DIGITS) : digits));
    }

    private static @Nullable Duration until(String text, @Nullable String date) {
        Instant due = DateUtils.parseStandardDate(text);
        if (due == null) {
            return null;
        }
        Instant sent = date == null ? null : DateUtils.parseStandardDate(date);
        return Duration.between(sent == null ? Instant.now() : sent, due);
    }
}
