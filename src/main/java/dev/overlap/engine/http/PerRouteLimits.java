package dev.overlap.engine.http;

import dev.overlap.plan.ConnectionSettings;
import dev.overlap.trace.ConnectionLimit;

import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.pool.ConnPoolControl;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sets the limit of each host in a pool when it is first requested. HttpClient's pool has one limit
 * for all routes and exceptions to it; which host gets which is Overlap's rule.
 *
 * <p>Thread-safe.
 */
final class PerRouteLimits {

    private final ConnectionSettings settings;
    private final ConnPoolControl<HttpRoute> pool;
    private final Map<HttpRoute, ConnectionLimit> known = new ConcurrentHashMap<>();

    PerRouteLimits(ConnectionSettings settings, ConnPoolControl<HttpRoute> pool) {
        this.settings = settings;
        this.pool = pool;
    }

    /**
     * Sets the limit of a route; called before the pool is asked for a connection.
     *
     * @return the limit that applies
     */
    ConnectionLimit apply(HttpRoute route) {
        return known.computeIfAbsent(route, this::limit);
    }

    /**
     * Returns the direct route to a host, as the pools identify it, with its port and its limit
     * set.
     */
    HttpRoute routeTo(HttpHost host) {
        HttpHost exact = RoutingSupport.normalize(host, DefaultSchemePortResolver.INSTANCE);
        boolean secure = URIScheme.HTTPS.same(exact.getSchemeName());
        HttpRoute route = new HttpRoute(exact, null, secure);
        ConnectionLimit _ = apply(route);
        return route;
    }

    private ConnectionLimit limit(HttpRoute route) {
        String host = route.getTargetHost().getHostName();
        int most = settings.limitFor(host);
        pool.setMaxPerRoute(route, most);
        String shown = route.getTargetHost().toHostString();
        return new ConnectionLimit(shown, most, origin(host), settings.total());
    }

    private ConnectionLimit.Origin origin(String host) {
        boolean set = settings.perHost() != ConnectionSettings.NOT_SET;
        if (ConnectionSettings.isLoopback(host)) {
            return set ? ConnectionLimit.Origin.PLAN : ConnectionLimit.Origin.NONE;
        }
        if (!set) {
            return ConnectionLimit.Origin.OVERLAP;
        }
        return settings.perHost() > ConnectionSettings.MAX_TO_OTHERS
                ? ConnectionLimit.Origin.MANNERS
                : ConnectionLimit.Origin.PLAN;
    }
}
