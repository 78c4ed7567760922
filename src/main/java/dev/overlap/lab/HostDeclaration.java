package dev.overlap.lab;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host and what the lab does when it is asked for it, as in {@code www.google.com=300ms} or
 * {@code www.google.com=lab:/status/503?delay=100}.
 *
 * @param host its name, normalized
 * @param target path and query of the lab whose behaviour the host has
 */
record HostDeclaration(String host, String target) {

    private static final String LAB = "lab:/";
    private static final Pattern LAB_PATH =
            Pattern.compile("=\\s*" + LAB, Pattern.CASE_INSENSITIVE);
    private static final Pattern PORT = Pattern.compile("[^:\\[\\]]+:[0-9]*");

    /** Bounded, so that the cost is linear in the length of the text. */
    private static final Pattern TIME =
            Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)\\s*(ms|s)?", Pattern.CASE_INSENSITIVE);

    private static final int MAX_SHOWN = 60;

    /**
     * Parses a declaration.
     *
     * @throws IllegalArgumentException with a sentence on what is wrong
     */
    static HostDeclaration parse(String text) {
        int equals = text.lastIndexOf('=', endOfHost(text));
        if (equals < 0) {
            throw new IllegalArgumentException(
                    "%s does not say what the lab does: write HOST=300ms or HOST=lab:/delay/300."
                            .formatted(quoted(text)));
        }
        String host = host(text.substring(0, equals).strip());
        String value = text.substring(equals + 1).strip();
        return new HostDeclaration(
                host,
                value.toLowerCase(Locale.ROOT).startsWith(LAB)
                        ? target(host, value.substring(LAB.length() - 1))
                        : "/delay/" + millis(value));
    }

    /** The query of a lab path may have an equals sign of its own. */
    private static int endOfHost(String text) {
        Matcher path = LAB_PATH.matcher(text);
        return path.find() ? path.start() : text.length();
    }

    private static String host(String text) {
        if (text.contains("/")) {
            throw new IllegalArgumentException(
                    "%s is not a host: write its name alone, as in www.example.org=300ms."
                            .formatted(quoted(text)));
        }
        if (PORT.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "The lab plays a host whatever the port: write %s without its port."
                            .formatted(quoted(text)));
        }
        if (HostName.isAddress(text)) {
            throw new IllegalArgumentException(
                    "The lab plays hosts by name, and %s is a numeric address."
                            .formatted(quoted(text)));
        }
        String name = HostName.normalized(text);
        if (name == null) {
            throw new IllegalArgumentException(
                    "%s is not the name of a host.".formatted(quoted(text)));
        }
        return name;
    }

    private static String target(String host, String target) {
        String refusal = refusal(target);
        if (refusal != null) {
            throw new IllegalArgumentException(
                    "The lab cannot play %s. ".formatted(host) + refusal);
        }
        return target;
    }

    private static @Nullable String refusal(String target) {
        String get = LabRoutes.refusal("GET", target);
        return get == null || LabRoutes.refusal("POST", target) == null ? null : get;
    }

    private static int millis(String value) {
        Matcher time = TIME.matcher(value);
        if (!time.matches()) {
            throw new IllegalArgumentException(
                    "%s is neither a time nor a path of the lab: write 300ms, 1.5s or lab:/delay/300."
                            .formatted(quoted(value)));
        }
        if (time.group(2) == null) {
            throw new IllegalArgumentException(
                    "%1$s has no unit: write %1$sms or %1$ss.".formatted(time.group(1)));
        }
        int scale = time.group(2).equalsIgnoreCase("s") ? 3 : 0;
        return whole(value, new BigDecimal(time.group(1)).scaleByPowerOfTen(scale));
    }

    private static int whole(String value, BigDecimal millis) {
        if (millis.compareTo(BigDecimal.valueOf(UrlBehaviourParser.MAX_MILLIS)) > 0) {
            throw new IllegalArgumentException(
                    "The lab waits %ds at most, and %s is longer."
                            .formatted(UrlBehaviourParser.MAX_MILLIS / 1000, quoted(value)));
        }
        if (millis.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException(
                    "The lab waits whole milliseconds, and %s has a fraction of one."
                            .formatted(quoted(value)));
        }
        return millis.intValueExact();
    }

    private static String quoted(String text) {
        String shown = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "\ufffd");
        return '"'
                + (shown.length() > MAX_SHOWN ? shown.substring(0, MAX_SHOWN) + "..." : shown)
                + '"';
    }
}
