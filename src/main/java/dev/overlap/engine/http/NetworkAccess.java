package dev.overlap.engine.http;

import dev.overlap.engine.trust.SystemCertificates;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.proxy.ProxySettings;

import org.apache.hc.core5.ssl.SSLContexts;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLContext;

/**
 * What the engine takes from the world around it. Tests bring their own.
 *
 * @param resolver finds the addresses of host names
 * @param ssl decides whom to trust; certificates and host names are always verified
 * @param certificates those of the operating system, trusted too where a run wants it
 * @param proxies named where a server cannot be reached, and never used
 */
public record NetworkAccess(
        NameResolver resolver,
        SSLContext ssl,
        SystemCertificates certificates,
        ProxySettings proxies) {

    /** Creates one with the certificates and the proxies of this system. */
    public NetworkAccess(NameResolver resolver, SSLContext ssl) {
        this(resolver, ssl, SystemCertificates.here(), ProxySettings.here());
    }

    /** The resolver and the trust anchors of this system. */
    public static NetworkAccess system() {
        return new NetworkAccess(NameResolver.SYSTEM, defaultSsl());
    }

    private static SSLContext defaultSsl() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has a default SSL context", e);
        }
    }

    /** Returns whether every process of this system resolves and trusts alike. */
    boolean isOfThisSystem() {
        return resolver.equals(NameResolver.SYSTEM) && ssl.equals(defaultSsl());
    }

    /**
     * Returns what decides whom a run with such settings trusts.
     *
     * @throws IllegalArgumentException with a sentence, if it is to trust the certificates of the
     *     system and these cannot be read
     */
    SSLContext ssl(ConnectionSettings settings) {
        try {
            return settings.trustSystem() ? certificates.besideJavas() : ssl;
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** The resolver of this system, and trust in one certificate only. */
    public static NetworkAccess trustingOnly(X509Certificate certificate) throws IOException {
        try {
            KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
            anchors.load(null, null);
            anchors.setCertificateEntry("only", certificate);
            SSLContext ssl = SSLContexts.custom().loadTrustMaterial(anchors, null).build();
            return new NetworkAccess(NameResolver.SYSTEM, ssl);
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificate cannot be trusted", e);
        }
    }
}
