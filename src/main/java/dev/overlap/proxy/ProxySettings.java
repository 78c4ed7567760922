package dev.overlap.proxy;

import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.LineMeaning;
import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;
import dev.overlap.plan.address.Address;
import dev.overlap.plan.address.WebUrl;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The proxies configured on this machine, by environment variables as curl and most programs read
 * them, or by Java's properties. Overlap connects to every server directly: otherwise, the waits
 * and connections shown would be those of the proxy.
 *
 * @param entries the rules, in the order in which they apply
 */
public record ProxySettings(List<ProxyRule> entries) {

    /** No proxies. */
    public static final ProxySettings NONE = new ProxySettings(List.of());

    private static final List<String> SCHEMES = List.of("http", "https");

    /**
     * One configured rule.
     *
     * @param scheme the URL scheme that it applies to
     */
    record ProxyRule(String scheme, ConfiguredProxy proxy, ProxyExceptions exceptions) {}

    /** Returns the settings of this machine and process. */
    public static ProxySettings here() {
        return of(System.getenv(), System::getProperty);
    }

    /**
     * Returns the settings in an environment and properties.
     *
     * @param properties returns null for a property that is not set
     */
    public static ProxySettings of(
            Map<String, String> environment, Function<String, @Nullable String> properties) {
        List<ProxyRule> entries = new ArrayList<>();
        for (String scheme : SCHEMES) {
            ofVariables(scheme, environment).ifPresent(entries::add);
            ofProperties(scheme, properties).ifPresent(entries::add);
        }
        return new ProxySettings(List.copyOf(entries));
    }

    /**
     * Reads the variable for the scheme, then the one for all schemes; lower case first, as in
     * curl.
     */
    private static Optional<ProxyRule> ofVariables(String scheme, Map<String, String> environment) {
        String exceptions =
                first("no_proxy", environment).map(name -> environment.get(name)).orElse("");
        return first(scheme + "_proxy", environment)
                .or(() -> first("all_proxy", environment))
                .map(name -> ConfiguredProxy.parse(name, environment.getOrDefault(name, "")))
                .map(it -> new ProxyRule(scheme, it, ProxyExceptions.ofVariable(exceptions)));
    }

    /** Returns the value of whichever spelling is set and not empty. */
    private static Optional<String> first(String variable, Map<String, String> environment) {
        return Stream.of(variable, variable.toUpperCase(Locale.ROOT))
                .filter(name -> !environment.getOrDefault(name, "").isBlank())
                .findFirst();
    }

    /** Reads the properties that Java's own client uses; its exceptions apply to both schemes. */
    private static Optional<ProxyRule> ofProperties(
            String scheme, Function<String, @Nullable String> properties) {
        String name = scheme + ".proxyHost";
        @Nullable String host = properties.apply(name);
        if (host == null || host.isBlank()) {
            return Optional.empty();
        }
        @Nullable String port = properties.apply(scheme + ".proxyPort");
        @Nullable String exceptions = properties.apply("http.nonProxyHosts");
        ConfiguredProxy proxy =
                ConfiguredProxy.parse(name, port == null ? host : host + ":" + port);
        return Optional.of(
                new ProxyRule(
                        scheme,
                        proxy,
                        ProxyExceptions.ofProperty(exceptions == null ? "" : exceptions)));
    }

    /** Returns the proxy that other programs would use for a URL; never one for this machine. */
    public Optional<ConfiguredProxy> proxyFor(WebUrl url) {
        if (entries.isEmpty() || ConnectionSettings.isLoopback(url.host())) {
            return Optional.empty();
        }
        int defaultPort = url.isHttps() ? 443 : 80;
        int port = url.port() == WebUrl.DEFAULT_PORT ? defaultPort : url.port();
        return entries.stream()
                .filter(entry -> entry.scheme.equals(url.scheme()))
                .filter(entry -> !entry.exceptions.cover(url.host(), port))
                .findFirst()
                .map(ProxyRule::proxy);
    }

    /** Returns the proxy for the first active site of a list that has one. */
    public Optional<ConfiguredProxy> firstFor(SiteList list) {
        return entries.isEmpty()
                ? Optional.empty()
                : list.lines().stream().flatMap(this::proxiesFor).findFirst();
    }

    private Stream<ConfiguredProxy> proxiesFor(SiteLine line) {
        LineMeaning.Entry entry = line.entry();
        return entry == null || !entry.on()
                ? Stream.empty()
                : entry.steps().targets().stream().flatMap(this::proxiesFor);
    }

    private Stream<ConfiguredProxy> proxiesFor(Address address) {
        return address instanceof Address.Web web ? proxyFor(web.url()).stream() : Stream.empty();
    }
}
