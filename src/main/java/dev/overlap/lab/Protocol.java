package dev.overlap.lab;

import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http2.HttpVersionPolicy;

/** The protocol of a port. HttpCore cannot distinguish h2c from HTTP/1.1 on the same port. */
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

    /** Returns the short name for thread names and sentences. */
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
