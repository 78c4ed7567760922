package dev.overlap.text;

import static java.util.stream.Collectors.joining;

import dev.overlap.trace.ResourceTrack;
import dev.overlap.trace.metrics.ResourceStatistics;

/** Describes what a shared resource cost; identical in the window and on the command line. */
public final class ResourceStatisticsText {

    private ResourceStatisticsText() {}

    /** Returns the name with its kind, capitalised: {@code Lock account}. */
    public static String name(ResourceTrack resource) {
        String label = resource.label();
        return Character.toUpperCase(label.charAt(0)) + label.substring(1);
    }

    /**
     * Returns what was measured of it, such as {@code held 400 ms of 512 ms, waited 900 ms, at most
     * 4 waiting}.
     */
    public static String text(ResourceTrack resource, ResourceStatistics numbers, long wallNanos) {
        return switch (resource.type()) {
            case LOCK, PERMIT -> "held " + held(numbers, wallNanos) + ", " + waited(numbers);
            case QUEUE -> waited(numbers);
            case COUNTER -> counter(numbers);
        };
    }

    /** Returns how long a lock or permit was held, such as {@code 400 ms of 512 ms}. */
    public static String held(ResourceStatistics numbers, long wallNanos) {
        return DurationFormat.text(numbers.heldNanos()) + " of " + DurationFormat.text(wallNanos);
    }

    private static String waited(ResourceStatistics numbers) {
        return numbers.waitedNanos() == 0
                ? "no task had to wait"
                : "waited "
                        + DurationFormat.text(numbers.waitedNanos())
                        + ", at most "
                        + NumberFormats.count(numbers.mostWaiting())
                        + " waiting";
    }

    /** Copies are no loss: processes share no memory. */
    private static String counter(ResourceStatistics numbers) {
        if (numbers.isCopied()) {
            return PictureText.NOT_SHARED
                    + ": "
                    + numbers.copies().stream()
                            .map(copy -> NumberFormats.count(copy.value()))
                            .collect(joining(", "))
                    + " in "
                    + NumberFormats.count(numbers.copies().size(), "process");
        }
        return numbers.expected() == ResourceStatistics.UNKNOWN ? "not known" : shared(numbers);
    }

    private static String shared(ResourceStatistics numbers) {
        String got =
                NumberFormats.count(numbers.got())
                        + " of "
                        + NumberFormats.count(numbers.expected());
        return numbers.lost() <= 0
                ? got + ": no update lost"
                : got + ": " + NumberFormats.count(numbers.lost(), "update") + " lost";
    }
}
