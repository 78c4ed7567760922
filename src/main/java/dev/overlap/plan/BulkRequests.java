package dev.overlap.plan;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Many requests of one run, or of several in a row, to one server that is not this machine. Good
 * manners: nobody sends them without having been asked.
 *
 * @param host as the request names it, in small letters
 * @param requests how many tasks go there; redirects and polls come on top
 */
public record BulkRequests(String host, long requests) {

    /** So many requests to one host need no question. */
    public static final int MAX_UNASKED = 100;

    /**
     * The hosts that a plan would send more than {@value #MAX_UNASKED} requests to, the most
     * requests first. Makes no tasks, so it answers for plans of any size.
     */
    public static List<BulkRequests> of(Plan plan) {
        return of(plan, 1);
    }

    /**
     * The same for several runs of a plan: to a server, all their requests are alike.
     *
     * @param runs how many, 1 or more
     */
    public static List<BulkRequests> of(Plan plan, int runs) {
        long rounds = (long) plan.settings().repeat() * runs;
        Map<String, Long> times = new HashMap<>();
        for (SiteLine line : plan.sites().lines()) {
            LineMeaning.Entry entry = line.entry();
            if (entry != null
                    && entry.on()
                    && entry.site().target() instanceof Address.Web(var url, _)) {
                times.merge(host(url.host()), (long) entry.times(), Long::sum);
            }
        }
        return times.entrySet().stream()
                .map(it -> new BulkRequests(it.getKey(), it.getValue() * rounds))
                .filter(BulkRequests::needsAQuestion)
                .sorted(
                        Comparator.comparingLong(BulkRequests::requests)
                                .reversed()
                                .thenComparing(BulkRequests::host))
                .toList();
    }

    /** One server, however its name was written. */
    private static String host(String written) {
        String name = written.toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private boolean needsAQuestion() {
        return requests > MAX_UNASKED && !ConnectionSettings.isLoopback(host);
    }
}
