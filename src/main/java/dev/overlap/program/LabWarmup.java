package dev.overlap.program;

import dev.overlap.lab.Lab;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Asks a lab that has just been started for a few replies. The first ones of a new process take up
 * to some hundred milliseconds more than they declare, as their classes are loaded and interpreted,
 * which would look like a slow host.
 */
final class LabWarmup {

    private static final Logger LOG = LoggerFactory.getLogger(LabWarmup.class);

    private static final int CONNECTIONS = 3;
    private static final int REQUESTS = 12;
    private static final int MAX_MILLIS = 2_000;

    private static final byte[] REQUEST =
            "GET /delay/1 HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LAST_REQUEST =
            "GET /delay/1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private LabWarmup() {}

    /** Asks over http; never throws. */
    static void http(Lab lab) {
        http(lab.uri());
    }

    /** Asks a lab of this machine over http; never throws. */
    static void http(URI lab) {
        ask(SocketFactory.getDefault(), lab.getPort());
    }

    /** Asks over https; makes the key of the lab, unless it has one. */
    static void https(Lab lab) throws IOException {
        int port = lab.tlsUri().getPort();
        ask(trusting(lab).getSocketFactory(), port);
    }

    private static SSLContext trusting(Lab lab) throws IOException {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry("lab", lab.certificate());
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("The certificate of the lab cannot be used.", e);
        }
    }

    private static void ask(SocketFactory sockets, int port) {
        for (int connection = 0; connection < CONNECTIONS; connection++) {
            try (Socket socket = sockets.createSocket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(MAX_MILLIS);
                InputStream in = socket.getInputStream();
                for (int request = 1; request < REQUESTS; request++) {
                    socket.getOutputStream().write(REQUEST);
                    skipReply(in);
                }
                socket.getOutputStream().write(LAST_REQUEST);
                in.skip(Long.MAX_VALUE);
            } catch (IOException e) {
                LOG.debug("the lab could not be warmed up", e);
                return;
            }
        }
    }

    /** Reads until the end of a head; what follows is read with the next reply. */
    private static void skipReply(InputStream in) throws IOException {
        int ends = 0;
        while (ends < 2) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the lab has closed the connection");
            }
            ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
        }
    }
}
