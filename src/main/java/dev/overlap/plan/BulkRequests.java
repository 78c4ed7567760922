package dev.overlap.plan;

import dev.overlap.plan.address.Address;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The number of requests that one run, or several in a row, would send to one remote server. The
 * user is asked before they are sent.
 *
 * @param host the host as requested, in lower case
 * @param requests the number of first requests to this host; redirects and polls are extra
 */
public record BulkRequests(String host, long requests) {

    /** The most requests to one host that are sent without asking. */
    public static final int MAX_UNASKED = 100;

    /**
     * Returns the hosts that a plan would send more than {@value #MAX_UNASKED} requests to, in
     * descending order of requests. Creates no tasks, so plans may be of any size.
     */
    public static List<BulkRequests> of(Plan plan) {
        return of(plan, 1);
    }

    /**
     * Returns the same for several runs of a plan, counting all requests together.
     *
     * @param runs the number of runs, at least 1
     */
    public static List<BulkRequests> of(Plan plan, int runs) {
        long rounds = (long) plan.settings().repeat() * runs;
        Map<String, Long> times = new HashMap<>();
        for (SiteLine line : plan.sites().lines()) {
            LineMeaning.Entry entry = line.entry();
            if (entry != null && entry.on()) {
                count(entry, times);
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

    private static void count(LineMeaning.Entry entry, Map<String, Long> times) {
        for (Address target : entry.steps().targets()) {
            if (target instanceof Address.Web(var url, _)) {
                times.merge(host(url.host()), (long) entry.times(), Long::sum);
            }
        }
    }

    /** Returns the same name for a server, however it was written. */
    private static String host(String written) {
        String name = written.toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private boolean needsAQuestion() {
        return requests > MAX_UNASKED && !ConnectionSettings.isLoopback(host);
    }
}
