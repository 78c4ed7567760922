package dev.overlap.engine.request;

import dev.overlap.trace.FailureKind;

import org.jspecify.annotations.Nullable;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Explains why a TLS handshake failed and what to do, in the same words for either client. The JDK
 * and HttpCore indicate the reason by the class of some cause, and in some cases only by its
 * message.
 *
 * @param kind the kind of the failure
 * @param because a reason and advice, to follow the word "because"
 */
record TlsFailureClassifier(FailureKind kind, String because) {

    /** Classifies a failed handshake. */
    static TlsFailureClassifier of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            TlsFailureClassifier known = classify(cause, String.valueOf(cause.getMessage()));
            if (known != null) {
                return known;
            }
        }
        return failed(
                "the handshake failed (" + ExceptionText.of(thrown) + "). Ask the site's owner.");
    }

    private static @Nullable TlsFailureClassifier classify(Throwable cause, String message) {
        return switch (cause) {
            case CertificateExpiredException _ ->
                    new TlsFailureClassifier(
                            FailureKind.TLS_EXPIRED,
                            "its certificate has expired. Check this machine's date, or ask the"
                                    + " site's owner.");
            case CertificateNotYetValidException _ ->
                    failed("its certificate is not valid yet. Check this machine's date.");
            case CertPathBuilderException _ ->
                    new TlsFailureClassifier(
                            FailureKind.TLS_UNTRUSTED,
                            "its certificate is self-signed, or its issuer is not trusted on this"
                                    + " machine. Check the address, and the network.");
            case SSLPeerUnverifiedException _ -> wrongHost();
            case CertificateException _ when message.matches("No (subject|name).*") -> wrongHost();
            case SSLException _ when message.matches(".*(plaintext|nrecognized SSL).*") ->
                    failed("that port does not speak TLS. Check the port, or write http://.");
            case SSLException _ when message.matches(".*terminated the hand.*|TLS hand.* failed") ->
                    failed(
                            "the server ended the handshake. Check the port, or ask the site's"
                                    + " owner.");
            default -> null;
        };
    }

    private static TlsFailureClassifier failed(String because) {
        return new TlsFailureClassifier(FailureKind.TLS_FAILED, because);
    }

    private static TlsFailureClassifier wrongHost() {
        return new TlsFailureClassifier(
                FailureKind.TLS_WRONG_HOST,
                "its certificate is for another name. Check the address.");
    }
}
