package dev.overlap.text.program;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What to do about hosts that cannot be reached: the lab can play them. */
final class ConnectionAdvice {

    /** What systems and libraries say when there is no way to a host. */
    private static final Pattern UNREACHABLE =
            Pattern.compile(
                    "(?i)connection refused|actively refused|name or service not known|name"
                        + " resolution|nodename nor servname|getaddrinfo failed|no address"
                        + " associated|network is unreachable|no route to host|cannot connect to"
                        + " host|all connection attempts failed|failed to establish a new"
                        + " connection|connect call failed|connection timed out|connect"
                        + " timeout|failed to resolve");

    /** Where requests and aiohttp name the host. */
    private static final Pattern HOST =
            Pattern.compile("(?:HTTPS?ConnectionPool\\(host='|Cannot connect to host )([^':\\s]+)");

    private static final int MAX_HOSTS = 20;
    private static final int MAX_NAMED = 3;

    private ConnectionAdvice() {}

    static Optional<Advice> of(ProgramEnd end, ErrorOutput errors) {
        Set<String> hosts = new LinkedHashSet<>(end.seen().unreachable());
        boolean raised = end.failed() && UNREACHABLE.matcher(errors.message()).find();
        if (hosts.isEmpty() && !raised) {
            return Optional.empty();
        }
        if (hosts.isEmpty()) {
            Matcher named = HOST.matcher(errors.message());
            if (named.find()) {
                hosts.add(named.group(1));
            }
        }
        return Optional.of(advice(end, hosts.stream().limit(MAX_HOSTS).toList()));
    }

    private static Advice advice(ProgramEnd end, List<String> hosts) {
        List<String> mappable = hosts.stream().filter(ConnectionAdvice::isName).toList();
        String sentence =
                (hosts.isEmpty() ? "A host" : named(hosts))
                        + " could not be reached."
                        + " Overlap's lab can play hosts, so that the program runs without a"
                        + " network, and unchanged.";
        return new Advice(
                Advice.Topic.HOST_UNREACHABLE,
                sentence,
                mappable.isEmpty() ? List.of() : List.of(command(end, mappable)));
    }

    /** The lab plays hosts by name. */
    private static boolean isName(String host) {
        return !host.matches("[0-9.]+|.*:.*");
    }

    private static String named(List<String> hosts) {
        String first = hosts.stream().limit(MAX_NAMED).collect(Collectors.joining(", "));
        int more = hosts.size() - MAX_NAMED;
        return more > 0 ? first + " and " + more + " more" : first;
    }

    private static String command(ProgramEnd end, List<String> hosts) {
        List<String> words = new ArrayList<>(List.of("overlap", "trace"));
        for (String host : hosts) {
            words.add("--map");
            words.add(host + "=300ms");
        }
        words.add("--");
        words.addAll(end.command());
        return CommandText.of(words, end.isWindows());
    }
}
