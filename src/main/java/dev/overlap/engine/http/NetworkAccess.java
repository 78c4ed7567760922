package dev.overlap.engine.http;

import dev.overlap.engine.trust.DefaultSsl;
import dev.overlap.engine.trust.SystemCertificates;
import dev.overlap.plan.ConnectionSettings;
import dev.overlap.proxy.ProxySettings;

import org.apache.hc.core5.ssl.SSLContexts;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLContext;

/**
 * The engine's access to its environment. Tests provide their own.
 *
 * @param resolver finds the addresses of host names
 * @param ssl decides whom to trust; certificates and host names are always verified
 * @param certificates those of the operating system, trusted as well if a run is set to
 * @param proxies mentioned if a server cannot be reached, but never used
 */
public record NetworkAccess(
        NameResolver resolver,
        SSLContext ssl,
        SystemCertificates certificates,
        ProxySettings proxies) {

    /** Creates an instance with the certificates and proxies of this system. */
    public NetworkAccess(NameResolver resolver, SSLContext ssl) {
        this(resolver, ssl, SystemCertificates.here(), ProxySettings.here());
    }

    /** Returns the resolver and trust anchors of this system. */
    public static NetworkAccess system() {
        return new NetworkAccess(NameResolver.SYSTEM, DefaultSsl.context());
    }

    /**
     * Returns what {@link #system} returns, except that Java's certificates are not read before the
     * first TLS handshake: for tasks that only fetch from the lab, and so need none.
     */
    public static NetworkAccess inLab() {
        return new NetworkAccess(NameResolver.SYSTEM, DefaultSsl.onDemand());
    }

    /** Returns whether all processes of this system resolve and trust in the same way. */
    boolean isOfThisSystem() {
        return resolver.equals(NameResolver.SYSTEM) && ssl.equals(DefaultSsl.context());
    }

    /**
     * Returns the SSL context for a run with these settings.
     *
     * @throws IllegalArgumentException with a message, if the system's certificates are to be
     *     trusted and cannot be read
     */
    SSLContext ssl(ConnectionSettings settings) {
        try {
            return settings.trustSystem() ? certificates.besideJavas() : ssl;
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Returns the resolver of this system, with trust in a single certificate. */
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
