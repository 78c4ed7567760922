package dev.overlap.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write and read them: {@code 300ms}, {@code 2.5s}, {@code 1m}. */
final class Durations implements ITypeConverter<Duration> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h)?");
    private static final long SECOND = 1_000_000_000;

    @Override
    public Duration convert(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw new TypeConversionException(
                    "\"" + text + "\" is not a duration: write 300ms, 2.5s or 1m.");
        }
        if (parts.group(2) == null) {
            throw new TypeConversionException(
                    "\"" + text + "\" has no unit: write " + text + "s or " + text + "ms.");
        }
        BigDecimal seconds = new BigDecimal(parts.group(1)).multiply(secondsOf(parts.group(2)));
        return Duration.ofSeconds(
                seconds.longValue(),
                seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue());
    }

    private static BigDecimal secondsOf(String unit) {
        return switch (unit) {
            case "ms" -> new BigDecimal("0.001");
            case "s" -> BigDecimal.ONE;
            case "m" -> new BigDecimal(60);
            case "h" -> new BigDecimal(3600);
            default -> throw new IllegalStateException(unit + " got past the pattern");
        };
    }

    /** Three figures or so: {@code 0.4 ms}, {@code 312 ms}, {@code 2.31 s}, {@code 75.0 s}. */
    static String words(long nanos) {
        double millis = nanos / 1e6;
        if (millis < 9.95) {
            return String.format(Locale.ROOT, "%.1f ms", millis);
        }
        if (millis < 999.5) {
            return String.format(Locale.ROOT, "%.0f ms", millis);
        }
        double seconds = (double) nanos / SECOND;
        return String.format(Locale.ROOT, seconds < 9.995 ? "%.2f s" : "%.1f s", seconds);
    }
}
