package dev.overlap.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads how long a site computes.
 *
 * <pre>
 * time   = number ( "ms" | "s" )
 * number = digits [ "." digits ]
 * </pre>
 *
 * <p>The units are read in small and in capital letters. The result is a whole number of
 * milliseconds from one to ten minutes.
 */
final class CpuTime {

    /** Bounded, so that a line of any length costs no more than a line. */
    private static final Pattern TIME =
            Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(ms|s)", Pattern.CASE_INSENSITIVE);

    private static final int PLACES_OF_A_SECOND = 3;

    private CpuTime() {}

    static Site.Compute site(String text) throws Misread {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw new Misread(
                    "A computation needs a time and its unit, ms or s. Write it as in cpu:1200ms"
                            + " or cpu:1.2s.");
        }
        boolean seconds = time.group(2).toLowerCase(Locale.ROOT).equals("s");
        BigDecimal number = new BigDecimal(time.group(1));
        return site(seconds ? number.movePointRight(PLACES_OF_A_SECOND) : number, text);
    }

    private static Site.Compute site(BigDecimal millis, String text) throws Misread {
        BigDecimal most = BigDecimal.valueOf(Site.Compute.LONGEST.toMillis());
        boolean whole = millis.stripTrailingZeros().scale() <= 0;
        if (!whole || millis.signum() <= 0 || millis.compareTo(most) > 0) {
            throw new Misread(
                    "A computation takes 1 ms to 600 s, in whole milliseconds, not "
                            + Misread.quoted(text)
                            + ".");
        }
        return new Site.Compute(Duration.ofMillis(millis.longValueExact()));
    }
}
