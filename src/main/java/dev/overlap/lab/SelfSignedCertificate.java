package dev.overlap.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The lab's self-signed certificate for {@code localhost} and {@code 127.0.0.1}, with a key that
 * exists only while the program runs.
 *
 * @param certificate the only one that a client of the lab has to trust
 * @param context the TLS context of the server
 */
record SelfSignedCertificate(X509Certificate certificate, SSLContext context) {

    /**
     * Creates a new certificate. Takes about a second, because it runs the JDK's keytool.
     *
     * @throws IOException in one sentence, if there is no keytool or it fails
     */
    static SelfSignedCertificate create() throws IOException {
        Path folder = Files.createTempDirectory("overlap-lab-");
        Path store = folder.resolve("lab.p12");
        try {
            String password = Keytool.makeKey(folder, store);
            return read(store, password.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IOException("The key that keytool made for the lab cannot be used.", e);
        } finally {
            Files.deleteIfExists(store);
            Files.deleteIfExists(folder.resolve(Keytool.LOG));
            Files.deleteIfExists(folder);
        }
    }

    private static SelfSignedCertificate read(Path store, char[] password)
            throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, password);
        }
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        if (keys.getCertificate(Keytool.ALIAS) instanceof X509Certificate certificate) {
            return new SelfSignedCertificate(certificate, context);
        }
        throw new IOException("keytool made no certificate for the lab.");
    }
}
