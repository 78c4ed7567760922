package dev.overlap.engine.request;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;

/**
 * The lab as seen by the engine, which does not depend on the lab's package.
 *
 * @param uri where {@code lab:} sites are served, such as {@code http://127.0.0.1:41733}
 * @param endsHere whether it runs in this process, in which every connection to it then has both
 *     its ends
 * @param tls opens the TLS endpoint for warming up TLS, or null if the lab has none that is known;
 *     called on a driver thread, by the first run that has an https site
 */
public record LabEndpoint(URI uri, boolean endsHere, @Nullable TlsOpener tls) {

    /**
     * The TLS endpoint of the lab.
     *
     * @param certificate the only certificate to trust there; it is self-signed
     */
    public record TlsDoor(URI uri, X509Certificate certificate) {}

    /** Opens the TLS endpoint. */
    @FunctionalInterface
    public interface TlsOpener {
        /**
         * Opens the endpoint, or returns the one that is open.
         *
         * @throws IOException if it cannot be opened; runs then begin without a TLS warm-up
         */
        TlsDoor open() throws IOException;
    }

    /** Creates a lab in this process. */
    public LabEndpoint(URI uri, TlsOpener tls) {
        this(uri, true, tls);
    }

    /** Returns a lab in this process without a TLS endpoint. */
    public static LabEndpoint plain(URI uri) {
        return new LabEndpoint(uri, true, null);
    }

    /** Returns a lab in another process, whose TLS endpoint is not known. */
    public static LabEndpoint elsewhere(URI uri) {
        return new LabEndpoint(uri, false, null);
    }
}
