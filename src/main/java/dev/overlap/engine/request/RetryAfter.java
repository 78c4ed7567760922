package dev.overlap.engine.request;

import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/**
 * Parses {@code Retry-After} (RFC 9110, section 10.2.3): seconds, or a date in the current form or
 * that of RFC 850. The third form, that of asctime, is long obsolete and counts as unreadable.
 */
final class RetryAfter {

    /** More digits than any sensible wait has, and fewer than a long can hold. */
    private static final int MAX_DIGITS = 12;

    private RetryAfter() {}

    /**
     * Returns how long to wait; zero or negative for not at all.
     *
     * @param date the {@code Date} of the response, which dates are relative to, so that clocks
     *     need not agree; if it is missing, this machine's clock is used
     * @return null if the value is missing or unreadable
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
