package dev.overlap.plan;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads and writes durations, in the same form in site lists, on the command line, in lessons and
 * in the fields of the window.
 *
 * <pre>
 * duration = number [ blanks ] unit
 * number   = digits [ ( "." | "," ) digits ]
 * unit     = "ms" | "s" | "m" | "min" | "h"
 * </pre>
 *
 * <p>Units are case-insensitive. Digits are ASCII, at most nine on either side of the point.
 * Surrounding blanks are ignored, and fractions of a nanosecond are dropped.
 */
public final class DurationParser {

    /** Bounded, so that the cost is linear in the length of the text. */
    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,9}(?:[.,][0-9]{1,9})?)\\s*([a-zA-Z]{1,3})?");

    private DurationParser() {}

    /**
     * Reads a duration.
     *
     * @throws IllegalArgumentException with a message, if the text is not a duration or lacks its
     *     unit
     */
    public static Duration read(String text) {
        if (isNumber(text)) {
            String number = text.strip();
            throw new IllegalArgumentException(
                    "%s has no unit. Write %ss or %sms."
                            .formatted(Quoting.of(number), number, number));
        }
        return find(text)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        Quoting.of(text)
                                                + " is not a duration. Write it as in 400ms, 2.5s"
                                                + " or 1min."));
    }

    /**
     * Reads a duration; a number without a unit is in seconds, as is usual for timeouts.
     *
     * @throws IllegalArgumentException with a message, if the text is not a duration
     */
    public static Duration readSeconds(String text) {
        return read(isNumber(text) ? text.strip() + "s" : text);
    }

    /**
     * Writes a duration of up to an hour, without loss, in the form that {@link #read} accepts:
     * {@code 2 min}, {@code 2.5 s}, {@code 300 ms}.
     */
    public static String write(Duration duration) {
        long nanos = duration.toNanos();
        if (nanos % 60_000_000_000L == 0) {
            return nanos / 60_000_000_000L + " min";
        }
        return nanos >= 1_000_000_000
                ? BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString() + " s"
                : BigDecimal.valueOf(nanos, 6).stripTrailingZeros().toPlainString() + " ms";
    }

    /** Reads a duration, or returns empty if the text is not one. */
    static Optional<Duration> find(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches() || parts.group(2) == null) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(parts.group(1).replace(',', '.'));
        return Optional.ofNullable(secondsOf(parts.group(2)))
                .map(seconds -> duration(number.multiply(seconds)));
    }

    private static boolean isNumber(String text) {
        Matcher parts = FORM.matcher(text.strip());
        return parts.matches() && parts.group(2) == null;
    }

    private static Duration duration(BigDecimal seconds) {
        BigDecimal rest = seconds.remainder(BigDecimal.ONE);
        return Duration.ofSeconds(seconds.longValue(), rest.movePointRight(9).longValue());
    }

    private static @Nullable BigDecimal secondsOf(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "ms" -> new BigDecimal("0.001");
            case "s" -> BigDecimal.ONE;
            case "m", "min" -> new BigDecimal(60);
            case "h" -> new BigDecimal(3_600);
            default -> null;
        };
    }
}
