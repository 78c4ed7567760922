package dev.overlap.engine;

import org.jspecify.annotations.Nullable;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Says why no secure connection came about, and what to do, in the same words whichever client met
 * it. The JDK and HttpCore tell by the class of some cause, and some things by their message alone.
 */
final class TlsFaults {

    private TlsFaults() {}

    /** A reason and an advice, to follow the word "because". */
    static String because(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String words = words(cause, String.valueOf(cause.getMessage()));
            if (words != null) {
                return words;
            }
        }
        return "the handshake failed (" + Faults.reason(thrown) + "). Ask the site's owner.";
    }

    private static @Nullable String words(Throwable cause, String message) {
        return switch (cause) {
            case CertificateExpiredException _ ->
                    "its certificate has expired. Check this machine's date, or ask the site's"
                            + " owner.";
            case CertificateNotYetValidException _ ->
                    "its certificate is not valid yet. Check this machine's date.";
            case CertPathBuilderException _ ->
                    "nobody whom this machine trusts has signed its certificate. Check the address,"
                            + " and the network.";
            case SSLPeerUnverifiedException _ -> ofAnotherName();
            case CertificateException _ when message.matches("No (subject|name).*") ->
                    ofAnotherName();
            case SSLException _ when message.matches(".*(plaintext|nrecognized SSL).*") ->
                    "that port does not speak TLS. Check the port, or write http://.";
            case SSLException _ when message.matches(".*terminated the hand.*|TLS hand.* failed") ->
                    "the server ended the handshake. Check the port, or ask the site's owner.";
            default -> null;
        };
    }

    private static String ofAnotherName() {
        return "its certificate is for another name. Check the address.";
    }
}
