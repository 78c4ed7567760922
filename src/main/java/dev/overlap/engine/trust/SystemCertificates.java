package dev.overlap.engine.trust;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * The certificates trusted by the operating system: those of the key stores that Windows and macOS
 * provide to Java, those specified by the environment, and, if there are no such key stores, those
 * in the usual files. They include the authority of a network that inspects TLS, which its operator
 * has installed there.
 *
 * @param files the locations of the files
 * @param stores the types of the system's key stores; types that this runtime lacks are skipped
 */
public record SystemCertificates(CertificateFiles files, List<String> stores) {

    /** From the JDK's provider guide: SunMSCAPI and Apple; the last one was added in JDK 23. */
    private static final List<String> STORES =
            List.of(
                    "Windows-ROOT",
                    "Windows-ROOT-LOCALMACHINE",
                    "KeychainStore",
                    "KeychainStore-ROOT");

    /** Returns the certificates of the system that this program runs on. */
    public static SystemCertificates here() {
        return new SystemCertificates(CertificateFiles.of(System.getenv()), STORES);
    }

    /**
     * Reads the certificates, and returns a context that trusts them and Java's own. Takes some
     * tens of milliseconds.
     *
     * @throws IOException with a message, if there are none or they cannot be read
     */
    public SSLContext besideJavas() throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trusting(anchors()), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("The system's certificates cannot be used: " + e + ".", e);
        }
    }

    /** Returns the certificates of Java and of the system. */
    KeyStore anchors() throws IOException, GeneralSecurityException {
        KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
        anchors.load(null, null);
        add("java", ofJava(), anchors);
        add("system", read(), anchors);
        return anchors;
    }

    /** Returns all certificates that are valid today. */
    Set<X509Certificate> read() throws IOException {
        CertificateSet found = new CertificateSet();
        files.gatherNamed(found);
        List<String> here = stores.stream().filter(SystemCertificates::isHere).toList();
        here.forEach(type -> found.tryAll(() -> read(type)));
        if (here.isEmpty() && !files.areNamed()) {
            files.gatherUsual(found);
        }
        return found.all();
    }

    private static boolean isHere(String type) {
        return Security.getAlgorithms("KeyStore").contains(type.toUpperCase(Locale.ROOT));
    }

    private static Set<X509Certificate> read(String type) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance(type);
            store.load(null, null);
            return certificates(store);
        } catch (IOException | GeneralSecurityException e) {
            throw new IOException(
                    "The system's key store %s cannot be read (%s). Set SSL_CERT_FILE to a file with certificates in PEM form."
                            .formatted(type, e.getMessage()),
                    e);
        }
    }

    /** Returns the trusted certificates; one that belongs to a key is the user's own. */
    private static Set<X509Certificate> certificates(KeyStore store)
            throws GeneralSecurityException {
        Set<X509Certificate> certificates = new LinkedHashSet<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isCertificateEntry(alias)
                    && store.getCertificate(alias) instanceof X509Certificate certificate) {
                certificates.add(certificate);
            }
        }
        return certificates;
    }

    static Set<X509Certificate> ofJava() throws GeneralSecurityException {
        Set<X509Certificate> certificates = new LinkedHashSet<>();
        for (TrustManager manager : trusting(null)) {
            if (manager instanceof X509TrustManager own) {
                certificates.addAll(List.of(own.getAcceptedIssuers()));
            }
        }
        return certificates;
    }

    /**
     * Returns the trust managers for these certificates.
     *
     * @param anchors null for Java's own
     */
    private static TrustManager[] trusting(@Nullable KeyStore anchors)
            throws GeneralSecurityException {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(anchors);
        return factory.getTrustManagers();
    }

    private static void add(String from, Set<X509Certificate> certificates, KeyStore anchors)
            throws GeneralSecurityException {
        int number = 0;
        for (X509Certificate certificate : certificates) {
            anchors.setCertificateEntry(from + "-" + ++number, certificate);
        }
    }
}
