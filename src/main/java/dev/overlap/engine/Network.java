package dev.overlap.engine;

import java.security.NoSuchAlgorithmException;

import javax.net.ssl.SSLContext;

/**
 * What the engine takes from the world around it. Tests bring their own.
 *
 * @param resolver finds the addresses of host names
 * @param ssl decides whom to trust; certificates and host names are always verified
 */
public record Network(Resolver resolver, SSLContext ssl) {

    /** The resolver and the trust anchors of this system. */
    public static Network system() {
        try {
            return new Network(Resolver.SYSTEM, SSLContext.getDefault());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has a default SSL context", e);
        }
    }
}
