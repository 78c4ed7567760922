package dev.overlap.engine;

import dev.overlap.plan.Connections;

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
    private final Map<HttpRoute, Integer> known = new ConcurrentHashMap<>();

    RouteLimits(Connections settings, ConnPoolControl<HttpRoute> pool) {
        this.settings = settings;
        this.pool = pool;
    }

    /** To be called before the pool is asked for a connection to this route. */
    void apply(HttpRoute route) {
        int _ = known.computeIfAbsent(route, this::limit);
    }

    private int limit(HttpRoute route) {
        int limit = settings.limitFor(route.getTargetHost().getHostName());
        pool.setMaxPerRoute(route, limit);
        return limit;
    }
}
