package dev.overlap.engine.http;

import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;

/** The way to a host as the pools of HttpClient name it: direct, with the port in figures. */
final class HttpRoutes {

    private HttpRoutes() {}

    static HttpRoute to(HttpHost host) {
        HttpHost exact = RoutingSupport.normalize(host, DefaultSchemePortResolver.INSTANCE);
        return new HttpRoute(exact, null, URIScheme.HTTPS.same(exact.getSchemeName()));
    }
}
