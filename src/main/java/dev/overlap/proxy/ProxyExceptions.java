package dev.overlap.proxy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hosts for which no proxy is used, as {@code no_proxy} and {@code http.nonProxyHosts} list
 * them.
 *
 * <p>No standard says how {@code no_proxy} is read. Here it is as in curl 8 and, where that has no
 * opinion, as in Go: names stand for themselves and for all below them, with or without a dot or
 * {@code *.} before; {@code *} stands for all, an address for itself, {@code 10.0.0.0/8} for a
 * network; with a port at its end, an entry is for that port alone.
 */
record ProxyExceptions(List<HostRule> rules) {

    private static final Pattern WITH_PORT = Pattern.compile("(\\[.*]|[^:]*):(\\d{1,5})");

    /**
     * An entry of the list.
     *
     * @param names which names are meant, in small letters and without a dot at their end
     * @param range which addresses are meant, if any
     * @param port which port is meant, if only one is
     */
    private record HostRule(Pattern names, Optional<AddressRange> range, Optional<Integer> port) {

        boolean covers(String name, Optional<AddressRange> address, int itsPort) {
            boolean inRange =
                    range.isPresent() && address.isPresent() && range.get().holds(address.get());
            return port.orElse(itsPort) == itsPort && (inRange || names.matcher(name).matches());
        }
    }

    /** Returns what {@code no_proxy} lists, separated by commas or blanks. */
    static ProxyExceptions ofVariable(String value) {
        return new ProxyExceptions(
                Stream.of(value.split("[,\\s]+"))
                        .filter(entry -> !entry.isEmpty())
                        .map(ProxyExceptions::ofEntry)
                        .toList());
    }

    private static HostRule ofEntry(String entry) {
        Matcher withPort = WITH_PORT.matcher(entry);
        boolean onePort = withPort.matches();
        String host = normalized(onePort ? withPort.group(1) : entry);
        return new HostRule(
                Pattern.compile("(?:.*\\.)?" + starred(host.replaceFirst("^\\*?\\.", ""))),
                AddressRange.parse(host),
                onePort ? Optional.of(Integer.valueOf(withPort.group(2))) : Optional.empty());
    }

    /**
     * Returns what {@code http.nonProxyHosts} lists, separated by bars, with stars as wildcards.
     */
    static ProxyExceptions ofProperty(String value) {
        return new ProxyExceptions(
                Stream.of(value.split("\\|"))
                        .map(entry -> Pattern.compile(starred(normalized(entry.strip()))))
                        .map(names -> new HostRule(names, Optional.empty(), Optional.empty()))
                        .toList());
    }

    private static String normalized(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static String starred(String text) {
        return Stream.of(text.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
    }

    /** Returns whether no proxy is used for a host, as a URL names it. */
    boolean cover(String host, int port) {
        String name = normalized(host);
        Optional<AddressRange> address = AddressRange.parse(name);
        return rules.stream().anyMatch(rule -> rule.covers(name, address, port));
    }
}
