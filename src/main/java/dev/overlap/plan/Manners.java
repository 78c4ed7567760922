package dev.overlap.plan;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many requests a plan sends to whom, so that nobody else's server is flooded by a slip of the
 * finger: a run of more than {@value #UNASKED} to one host is begun only after a question.
 *
 * <p>The lab and this machine are not counted. A redirect counts where it begins, since nobody
 * knows before the run where it ends.
 *
 * @param hosts each host that is not this machine, in the order of the list
 */
public record Manners(List<Host> hosts) {

    /** The most requests that one host gets from one run without a question. */
    public static final int UNASKED = 100;

    /**
     * A host that gets requests.
     *
     * @param name as it is looked up, in small letters
     * @param requests how many, 1 or more
     */
    public record Host(String name, int requests) {

        /** Whether this many need a question. */
        public boolean isMany() {
            return requests > UNASKED;
        }
    }

    public Manners {
        hosts = List.copyOf(hosts);
    }

    /**
     * Counts the requests of a plan.
     *
     * @throws IllegalArgumentException if the plan has more tasks than {@link Plan#MOST_TASKS}
     */
    public static Manners of(Plan plan) {
        Map<String, Integer> requests = new LinkedHashMap<>();
        plan.tasks().stream()
                .flatMap(task -> host(task.site()))
                .forEach(host -> requests.merge(host, 1, Integer::sum));
        return new Manners(
                requests.entrySet().stream()
                        .map(entry -> new Host(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** The host with the most requests, if it gets more than {@value #UNASKED}. */
    public Optional<Host> flooded() {
        return hosts.stream().filter(Host::isMany).max(Comparator.comparingInt(Host::requests));
    }

    /** The host of a site, or nothing where that is the lab or this machine. */
    private static Stream<String> host(Site site) {
        return switch (site) {
            case Site.Fetch(Address.Lab _) -> Stream.empty();
            case Site.Fetch(Address.Web(var uri, _)) ->
                    Stream.of(name(uri.getHost())).filter(name -> !Connections.isLoopback(name));
        };
    }

    /** A dot at the end of a name makes it no other host. */
    private static String name(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
