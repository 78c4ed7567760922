package dev.overlap.proxy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hosts for which no proxy is used, as listed in {@code no_proxy} and {@code
 * http.nonProxyHosts}.
 *
 * <p>There is no standard for {@code no_proxy}. This follows curl 8, and Go where curl does not
 * specify a case: a name matches itself and its subdomains, with or without a leading dot or {@code
 * *.}; {@code *} matches everything, an address itself, {@code 10.0.0.0/8} a network; an entry that
 * ends with a port applies to that port only.
 */
record ProxyExceptions(List<HostRule> rules) {

    private static final Pattern WITH_PORT = Pattern.compile("(\\[.*]|[^:]*):(\\d{1,5})");

    /**
     * An entry of the list.
     *
     * @param names the matching names, in lower case and without a trailing dot
     * @param range the matching addresses, if any
     * @param port the matching port, if restricted to one
     */
    private record HostRule(Pattern names, Optional<AddressRange> range, Optional<Integer> port) {

        boolean covers(String name, Optional<AddressRange> address, int itsPort) {
            boolean inRange =
                    range.isPresent() && address.isPresent() && range.get().holds(address.get());
            return port.orElse(itsPort) == itsPort && (inRange || names.matcher(name).matches());
        }
    }

    /** Parses {@code no_proxy}, whose entries are separated by commas or blanks. */
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
     * Parses {@code http.nonProxyHosts}, whose entries are separated by bars, with asterisks as
     * wildcards.
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

    /** Returns whether no proxy is used for a host, in the form that URLs use. */
    boolean cover(String host, int port) {
        String name = normalized(host);
        Optional<AddressRange> address = AddressRange.parse(name);
        return rules.stream().anyMatch(rule -> rule.covers(name, address, port));
    }
}
