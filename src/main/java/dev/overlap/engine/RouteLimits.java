package dev.overlap.engine;

import dev.overlap.plan.Connections;
import dev.overlap.trace.Limit;

import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.core5.pool.ConnPoolControl;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sets the limit of each host in a pool, when it is first asked for. A pool of HttpClient knows one
 * limit for all routes and exceptions from it; which host gets which is Overlap's rule.
 *
 * <p>Threads: safe for all.
 */
final class RouteLimits {

    private final Connections settings;
    private final ConnPoolControl<HttpRoute> pool;
    private final Map<HttpRoute, Limit> known = new ConcurrentHashMap<>();

    RouteLimits(Connections settings, ConnPoolControl<HttpRoute> pool) {
        this.settings = settings;
        this.pool = pool;
    }

    /**
     * To be called before the pool is asked for a connection to this route.
     *
     * @return what holds for it
     */
    Limit apply(HttpRoute route) {
        return known.computeIfAbsent(route, this::limit);
    }

    private Limit limit(HttpRoute route) {
        String host = route.getTargetHost().getHostName();
        int most = settings.limitFor(host);
        pool.setMaxPerRoute(route, most);
        String shown = route.getTargetHost().toHostString();
        return new Limit(shown, most, origin(host), settings.total());
    }

    private Limit.Origin origin(String host) {
        boolean set = settings.perHost() != Connections.NOT_SET;
        if (Connections.isLoopback(host)) {
            return set ? Limit.Origin.PLAN : Limit.Origin.NONE;
        }
        if (!set) {
            return Limit.Origin.OVERLAP;
        }
        return settings.perHost() > Connections.MOST_TO_OTHERS
                ? Limit.Origin.MANNERS
                : Limit.Origin.PLAN;
    }
}
