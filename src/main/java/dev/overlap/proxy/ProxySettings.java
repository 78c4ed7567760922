package dev.overlap.proxy;

import dev.overlap.plan.Address;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.plan.LineMeaning;
import dev.overlap.plan.SiteLine;
import dev.overlap.plan.SiteList;
import dev.overlap.plan.WebUrl;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The proxies that a machine names by its environment, as curl and most programs read it, or by the
 * properties of Java. Overlap asks every server itself: otherwise the waits and the connections of
 * a proxy would be drawn as those of the server.
 *
 * @param entries what the settings say, in the order in which they are asked
 */
public record ProxySettings(List<ProxyRule> entries) {

    /** None is named. */
    public static final ProxySettings NONE = new ProxySettings(List.of());

    private static final List<String> SCHEMES = List.of("http", "https");

    /**
     * What one setting says.
     *
     * @param scheme of the URLs that it is for
     */
    record ProxyRule(String scheme, ConfiguredProxy proxy, ProxyExceptions exceptions) {}

    /** Returns those of this machine and this process. */
    public static ProxySettings here() {
        return of(System.getenv(), System::getProperty);
    }

    /**
     * Returns those of an environment and of properties.
     *
     * @param properties gives null for one that is not set
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

    /** Reads the variable of the scheme, else the one for all; lower case first, as curl does. */
    private static Optional<ProxyRule> ofVariables(String scheme, Map<String, String> environment) {
        String exceptions =
                first("no_proxy", environment).map(name -> environment.get(name)).orElse("");
        return first(scheme + "_proxy", environment)
                .or(() -> first("all_proxy", environment))
                .map(name -> ConfiguredProxy.parse(name, environment.getOrDefault(name, "")))
                .map(it -> new ProxyRule(scheme, it, ProxyExceptions.ofVariable(exceptions)));
    }

    /** Returns the one of two spellings that is set to something. */
    private static Optional<String> first(String variable, Map<String, String> environment) {
        return Stream.of(variable, variable.toUpperCase(Locale.ROOT))
                .filter(name -> !environment.getOrDefault(name, "").isBlank())
                .findFirst();
    }

    /** Reads the properties that Java's own client obeys; its exceptions hold for both schemes. */
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

    /** Returns the proxy of the first site of a list that is run and has one. */
    public Optional<ConfiguredProxy> firstFor(SiteList list) {
        return entries.isEmpty()
                ? Optional.empty()
                : list.lines().stream().flatMap(line -> proxyFor(line).stream()).findFirst();
    }

    private Optional<ConfiguredProxy> proxyFor(SiteLine line) {
        LineMeaning.Entry entry = line.entry();
        return entry != null && entry.on() && entry.site().target() instanceof Address.Web web
                ? proxyFor(web.url())
                : Optional.empty();
    }
}
