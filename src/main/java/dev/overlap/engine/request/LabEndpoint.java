package dev.overlap.engine.request;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;

/**
 * The lab as the engine sees it: an address, and a door for warming up TLS. The engine does not
 * know the lab's room.
 *
 * @param uri where {@code lab:} sites are served, such as {@code http://127.0.0.1:41733}
 * @param endsHere whether it runs in this same process, in which every connection to it then has
 *     two ends
 * @param tls opens the TLS door, or null where the lab has none that is known; asked on a driver
 *     thread, by the first run that has an https site
 */
public record LabEndpoint(URI uri, boolean endsHere, @Nullable TlsOpener tls) {

    /**
     * Where the lab answers over TLS.
     *
     * @param certificate the only one to trust there; it is self-signed
     */
    public record TlsDoor(URI uri, X509Certificate certificate) {}

    /** Opens the TLS door. */
    @FunctionalInterface
    public interface TlsOpener {
        /**
         * Opens it, or gives the one that is open.
         *
         * @throws IOException if it cannot be opened; runs then begin without having warmed up TLS
         */
        TlsDoor open() throws IOException;
    }

    /** A lab in this process. */
    public LabEndpoint(URI uri, TlsOpener tls) {
        this(uri, true, tls);
    }

    /** A lab in this process that has no TLS door. */
    public static LabEndpoint plain(URI uri) {
        return new LabEndpoint(uri, true, null);
    }

    /** A lab in another process, whose TLS door is not known. */
    public static LabEndpoint elsewhere(URI uri) {
        return new LabEndpoint(uri, false, null);
    }
}
