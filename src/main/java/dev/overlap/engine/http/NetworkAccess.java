package dev.overlap.engine.http;

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
 */
public record NetworkAccess(NameResolver resolver, SSLContext ssl) {

    /** The resolver and the trust anchors of this system. */
    public static NetworkAccess system() {
        try {
            return new NetworkAccess(NameResolver.SYSTEM, SSLContext.getDefault());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has a default SSL context", e);
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
