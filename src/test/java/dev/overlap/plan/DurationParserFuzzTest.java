package dev.overlap.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.testkit.InputMutator;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks that any text is either the duration that arithmetic gives, or is rejected with a message.
 */
class DurationParserFuzzTest {

    private static final List<String> GOOD =
            List.of(
                    "10s",
                    "300ms",
                    "1m",
                    "1.5 min",
                    "2,5s",
                    "0.5ms",
                    "1H",
                    "  60000 MS ",
                    "10",
                    "999999999.999999999h",
                    "0.000001ms");

    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,9})(?:[.,]([0-9]{1,9}))?\\s*(ms|s|m|min|h)");

    private static final Map<String, BigDecimal> NANOS =
            Map.of(
                    "ms", new BigDecimal(1_000_000),
                    "s", new BigDecimal(1_000_000_000L),
                    "m", new BigDecimal(60_000_000_000L),
                    "min", new BigDecimal(60_000_000_000L),
                    "h", new BigDecimal(3_600_000_000_000L));

    @Test
    void everyTextIsADurationOrRefused() {
        InputMutator.each(InputMutator.INPUTS, 30, GOOD, DurationParserFuzzTest::check);
    }

    @Test
    @Tag("soak")
    void everyOneOfManyTextsIsADurationOrRefused() {
        InputMutator.each(InputMutator.SOAK_INPUTS, 31, GOOD, DurationParserFuzzTest::check);
    }

    private static void check(String text) {
        check(text, DurationParser::read);
        check(text, DurationParser::readSeconds);
    }

    private static void check(String text, Function<String, Duration> reading) {
        try {
            Duration read = reading.apply(text);
            String withUnit = text.strip().matches("(?s).*[a-zA-Z]") ? text : text.strip() + "s";
            assertThat(nanos(read)).isEqualByComparingTo(nanos(withUnit));
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).endsWith(".").doesNotContain("\n", "\r");
        }
    }

    private static BigDecimal nanos(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds())
                .movePointRight(9)
                .add(BigDecimal.valueOf(duration.getNano()));
    }

    private static BigDecimal nanos(String text) {
        Matcher parts = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        assertThat(parts.matches()).as("a number and a unit").isTrue();
        String fraction = parts.group(2) == null ? "0" : parts.group(2);
        return new BigDecimal(parts.group(1) + "." + fraction)
                .multiply(NANOS.get(parts.group(3)))
                .setScale(0, RoundingMode.DOWN);
    }

    @Test
    void whatIsWrittenIsReadAsTheSameDuration() {
        Random random = new Random(32);
        for (int number = 0; number < InputMutator.INPUTS; number++) {
            long unit = List.of(1L, 1_000L, 1_000_000L, 1_000_000_000L).get(random.nextInt(4));
            Duration duration = Duration.ofNanos(random.nextLong(3_600_000_000_001L) / unit * unit);
            assertThat(DurationParser.read(DurationParser.write(duration))).isEqualTo(duration);
        }
    }
}
