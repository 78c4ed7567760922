package dev.overlap.engine.trust;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Collects certificates from several places. That one place cannot be read is an error only if the
 * others hold nothing.
 *
 * <p>One that is not valid today is left out: Java does not look at the dates of a certificate that
 * it trusts by itself, and would go on trusting it.
 */
final class CertificateSet {

    private static final String NONE =
            "This system's certificates were to be trusted, and none were found in the usual"
                    + " places. Set SSL_CERT_FILE to a file with certificates in PEM form.";

    private final Set<X509Certificate> certificates = new LinkedHashSet<>();
    private @Nullable IOException fault;

    /** Somewhere that certificates come from. */
    interface Source {
        Set<X509Certificate> read() throws IOException;
    }

    void addAll(Set<X509Certificate> more) {
        more.stream().filter(CertificateSet::isValidToday).forEach(certificates::add);
    }

    /** Adds what comes from somewhere, and remembers the first fault. */
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
     * Returns all of them.
     *
     * @throws IOException with a sentence, if there is none
     */
    Set<X509Certificate> all() throws IOException {
        if (certificates.isEmpty()) {
            throw fault == null ? new IOException(NONE) : fault;
        }
        return certificates;
    }
}
