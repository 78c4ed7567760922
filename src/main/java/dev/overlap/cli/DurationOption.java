package dev.overlap.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations as people write them: {@code 300ms}, {@code 2.5s}, {@code 1m}. */
final class DurationOption implements ITypeConverter<Duration> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h)?");

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
}
