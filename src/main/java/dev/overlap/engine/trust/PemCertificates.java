package dev.overlap.engine.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads the certificates of a PEM file (RFC 7468) in the form used by distributions: one after
 * another, with comments between them.
 *
 * <p>An unreadable certificate does not affect the others. Those with OpenSSL trust settings
 * ({@code BEGIN TRUSTED CERTIFICATE}) are omitted: the settings may say "reject".
 */
final class PemCertificates {

    /** The largest known bundle has 1 MB; a larger file is something else. */
    private static final long MAX_BYTES = 16 << 20;

    private static final Pattern CERTIFICATE =
            Pattern.compile(
                    "-----BEGIN (?:X509 )?CERTIFICATE-----([^-]*+)-----END (?:X509"
                            + " )?CERTIFICATE-----");

    private PemCertificates() {}

    /**
     * Returns the certificates of a file; empty if it contains something else.
     *
     * @throws IOException if it cannot be read, is not a regular file or is far too large
     */
    static Set<X509Certificate> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (!Files.isRegularFile(file)) { // a pipe would block the program
            throw new IOException("it is no file");
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException("it is too large");
        }
        return parse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    }

    private static Set<X509Certificate> parse(String text) {
        CertificateFactory factory = factory();
        Set<X509Certificate> certificates = new LinkedHashSet<>();
        for (MatchResult block : CERTIFICATE.matcher(text).results().toList()) {
            decode(factory, block.group(1)).ifPresent(certificates::add);
        }
        return certificates;
    }

    /** Returns empty if the certificate cannot be read: the others still count. */
    private static Optional<X509Certificate> decode(CertificateFactory factory, String base64) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(base64);
            return Optional.of(
                    (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static CertificateFactory factory() {
        try {
            return CertificateFactory.getInstance("X.509");
        } catch (CertificateException e) {
            throw new IllegalStateException("every Java runtime reads X.509 certificates", e);
        }
    }
}
