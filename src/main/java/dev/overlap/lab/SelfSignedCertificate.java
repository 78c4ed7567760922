package dev.overlap.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The lab's self-signed certificate for {@code localhost}, {@code 127.0.0.1} and the hosts that it
 * plays, with a key that exists only while the program runs.
 *
 * @param certificate the only one that a client of the lab has to trust
 * @param context the TLS context of the server
 */
record SelfSignedCertificate(X509Certificate certificate, SSLContext context) {

    /**
     * Creates a new certificate. Takes about a second, because it runs the JDK's keytool.
     *
     * @param hosts the names of the hosts that the lab plays
     * @throws IOException in one sentence, if there is no keytool or it fails
     */
    static SelfSignedCertificate create(List<String> hosts) throws IOException {
        return create(hosts, Files.createTempDirectory("overlap-lab-"));
    }

    /**
     * Creates one.
     *
     * @param folder empty, for keytool; deleted in any case
     */
    static SelfSignedCertificate create(List<String> hosts, Path folder) throws IOException {
        Path store = folder.resolve("lab.p12");
        try {
            String password = Keytool.makeKey(store, hosts);
            return read(store, password.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IOException("The key that keytool made for the lab cannot be used.", e);
        } finally {
            delete(folder);
        }
    }

    /** Deletes whatever keytool has left, even if one of the files cannot be deleted. */
    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(folder)) {
            all = Stream.concat(files, Stream.of(folder)).toList();
        }
        try {
            CloseSequence.end(all.stream().map(SelfSignedCertificate::deletion).iterator());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Runnable deletion(Path file) {
        return () -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
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
