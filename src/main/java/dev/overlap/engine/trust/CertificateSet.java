package dev.overlap.engine.trust;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Collects certificates from several sources. An unreadable source is an error only if the others
 * have no certificates.
 *
 * <p>Certificates that are not valid today are omitted: Java does not check the dates of a
 * certificate that it trusts directly, and would keep trusting it.
 */
final class CertificateSet {

    private static final String NONE =
            "This system's certificates were to be trusted, and none were found in the usual"
                    + " places. Set SSL_CERT_FILE to a file with certificates in PEM form.";

    private final Set<X509Certificate> certificates = new LinkedHashSet<>();
    private @Nullable IOException fault;

    /** A source of certificates. */
    interface Source {
        Set<X509Certificate> read() throws IOException;
    }

    void addAll(Set<X509Certificate> more) {
        more.stream().filter(CertificateSet::isValidToday).forEach(certificates::add);
    }

    /** Adds the certificates of a source, and remembers the first fault. */
    void tryAll(Source source) {
        try {
            addAll(source.read());
        } catch (IOException e) {
            fault = fault == null ? e : fault;
        }
    }

    private static boolean isValidToday(X509Certificate certificate) {
        try {
            certificate.checkValidity();
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    boolean isEmpty() {
        return certificates.isEmpty();
    }

    /**
     * Returns all certificates.
     *
     * @throws IOException with a message, if there are none
     */
    Set<X509Certificate> all() throws IOException {
        if (certificates.isEmpty()) {
            throw fault == null ? new IOException(NONE) : fault;
        }
        return certificates;
    }
}
