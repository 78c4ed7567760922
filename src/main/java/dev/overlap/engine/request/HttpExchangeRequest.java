package dev.overlap.engine.request;

import dev.overlap.plan.address.Address;
import dev.overlap.plan.address.UrlException;
import dev.overlap.plan.address.UrlReference;
import dev.overlap.plan.address.WebUrl;

import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;

import java.net.URI;

/**
 * The request of one exchange.
 *
 * @param method GET, or POST without a body
 * @param url the URL without any user
 * @param label the URL as shown to users, free of secrets
 * @param authorization the value of the {@code Authorization} header, or null if the URL has no
 *     user
 */
public record HttpExchangeRequest(
        Method method, WebUrl url, String label, @Nullable String authorization) {

    /** Creates a GET request. */
    public HttpExchangeRequest(WebUrl url, String label, @Nullable String authorization) {
        this(Method.GET, url, label, authorization);
    }

    /** Returns the same request with another method. */
    public HttpExchangeRequest by(Method other) {
        return new HttpExchangeRequest(other, url, label, authorization);
    }

    /** Returns the request for an address of the plan. */
    public static HttpExchangeRequest to(Address address, URI lab) {
        return switch (address) {
            case Address.Lab(String path) ->
                    new HttpExchangeRequest(inLab(lab, path), address.label(), null);
            case Address.Web(WebUrl url, String label) ->
                    new HttpExchangeRequest(
                            url.withoutUser(), label, BasicCredentials.of(url.user()));
        };
    }

    /**
     * Returns the GET request for a redirect. The credentials of the first request are only sent to
     * the same scheme, host and port (RFC 9110, section 15.4).
     */
    HttpExchangeRequest redirected(WebUrl location) {
        WebUrl target = location.withoutUser();
        boolean sameOrigin = target.isSameOrigin(url);
        boolean inLab = sameOrigin && label.startsWith("lab:");
        String shown = inLab ? "lab:" + target.target() : target.toString();
        return new HttpExchangeRequest(target, shown, sameOrigin ? authorization : null);
    }

    private static WebUrl inLab(URI lab, String path) {
        int fragment = path.indexOf('#');
        return new WebUrl(
                lab.getScheme(),
                lab.getHost(),
                lab.getPort(),
                fragment < 0 ? path : path.substring(0, fragment));
    }

    /** Returns the server to connect to. */
    public HttpHost host() {
        return host(url);
    }

    /**
     * Returns the server with a given {@link WebUrl#origin}.
     *
     * @throws IllegalArgumentException if it is not an origin
     */
    public static HttpHost host(String origin) {
        try {
            return host(UrlReference.of(origin).absolute());
        } catch (UrlException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static HttpHost host(WebUrl url) {
        return new HttpHost(url.scheme(), url.hostWithZone(), url.port());
    }

    /**
     * Returns the server as the request names it, without the zone of an address, which is only
     * meaningful locally.
     */
    public URIAuthority authority() {
        return new URIAuthority(url.host(), url.port());
    }
}
