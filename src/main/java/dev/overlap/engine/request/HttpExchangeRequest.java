package dev.overlap.engine.request;

import dev.overlap.plan.Address;

import org.apache.hc.core5.http.Method;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What one exchange asks for.
 *
 * @param method GET, or POST without a body
 * @param uri absolute, without user information
 * @param label as people see it, free of secrets
 * @param authorization the value of the {@code Authorization} header, or null where the URL names
 *     no user
 */
public record HttpExchangeRequest(
        Method method, URI uri, String label, @Nullable String authorization) {

    /** To get something. */
    public HttpExchangeRequest(URI uri, String label, @Nullable String authorization) {
        this(Method.GET, uri, label, authorization);
    }

    /** The same by another method. */
    public HttpExchangeRequest by(Method other) {
        return new HttpExchangeRequest(other, uri, label, authorization);
    }

    /** The request for an address of the plan. */
    public static HttpExchangeRequest to(Address address, URI lab) {
        return switch (address) {
            case Address.Lab(String path) ->
                    new HttpExchangeRequest(lab.resolve(path), address.label(), null);
            case Address.Web(URI uri, String label) ->
                    new HttpExchangeRequest(withoutUser(uri), label, basic(uri.getUserInfo()));
        };
    }

    /**
     * The GET that a redirect asks for. The user of the first request is told to nobody else: it
     * goes along only to the same scheme, host and port (RFC 9110, section 15.4).
     */
    HttpExchangeRequest redirected(URI target) {
        boolean sameOrigin =
                target.getScheme().equalsIgnoreCase(uri.getScheme())
                        && target.getHost().equalsIgnoreCase(uri.getHost())
                        && port(target) == port(uri);
        URI bare = withoutUser(target);
        boolean inLab = sameOrigin && label.startsWith("lab:");
        String shown = inLab ? "lab:" + pathAndQuery(bare) : bare.toString();
        return new HttpExchangeRequest(bare, shown, sameOrigin ? authorization : null);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    private static String pathAndQuery(URI uri) {
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private static URI withoutUser(URI uri) {
        if (uri.getRawUserInfo() == null) {
            return uri;
        }
        return URI.create(uri.toString().replaceFirst("//[^/?#]*@", "//"));
    }

    /** Source: RFC 7617, section 2. */
    private static @Nullable String basic(@Nullable String userInfo) {
        if (userInfo == null) {
            return null;
        }
        byte[] bytes = userInfo.getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(bytes);
    }
}
