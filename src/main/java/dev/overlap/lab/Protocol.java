package dev.overlap.lab;

import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http2.HttpVersionPolicy;

/**
 * What is spoken on one port. HttpCore does not tell h2c from HTTP/1.1 on one and the same port.
 */
enum Protocol {
    HTTP("http", URIScheme.HTTP, HttpVersionPolicy.FORCE_HTTP_1),
    HTTPS("https", URIScheme.HTTPS, HttpVersionPolicy.NEGOTIATE),
    H2C("h2c", URIScheme.HTTP, HttpVersionPolicy.FORCE_HTTP_2);

    private final String word;
    private final URIScheme scheme;
    private final HttpVersionPolicy policy;

    Protocol(String word, URIScheme scheme, HttpVersionPolicy policy) {
        this.word = word;
        this.scheme = scheme;
        this.policy = policy;
    }

    /** Short name, used in thread names and sentences. */
    String word() {
        return word;
    }

    String scheme() {
        return scheme.id;
    }

    HttpVersionPolicy policy() {
        return policy;
    }
}
