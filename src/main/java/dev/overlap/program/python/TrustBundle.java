package dev.overlap.program.python;

import dev.overlap.storage.OwnerOnlyPermissions;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.util.Map;

/**
 * Lets a Python program trust one more certificate, for one run and by its environment alone: two
 * private temporary files hold what the program trusts anyway, and that certificate.
 *
 * <p>{@code SSL_CERT_FILE} is read by OpenSSL, so by urllib and aiohttp, and by httpx; {@code
 * REQUESTS_CA_BUNDLE} by requests. Each has a file of its own, since the user may have set the one
 * and not the other: a bundle that he has set is the base of ours, and nothing is added to it but
 * our certificate. Otherwise the base is what the interpreter trusts. A folder that the user has
 * named in {@code SSL_CERT_DIR} stays in use beside the file.
 *
 * <p>A file that is missing or cannot be read adds nothing, as it would without us.
 *
 * <p>Threads: any; writing and closing block on the disk.
 */
public final class TrustBundle implements AutoCloseable {

    static final String SSL = "SSL_CERT_FILE";
    static final String REQUESTS = "REQUESTS_CA_BUNDLE";

    /** requests looks here if {@link #REQUESTS} is not set. */
    private static final String CURL = "CURL_CA_BUNDLE";

    private final Path folder;
    private final Path ssl;
    private final Path requests;

    private TrustBundle(Path folder) {
        this.folder = folder;
        ssl = folder.resolve("ssl.pem");
        requests = folder.resolve("requests.pem");
    }

    /**
     * Writes the files; only their owner can read them.
     *
     * @param certificate to be trusted for the run
     * @param own what the interpreter trusts by itself
     * @param environment the one that the program would have
     * @throws IOException if they cannot be written; nothing is left then
     */
    public static TrustBundle create(
            X509Certificate certificate, CertificateFiles own, Map<String, String> environment)
            throws IOException {
        TrustBundle bundle = new TrustBundle(Files.createTempDirectory("overlap-trust-"));
        try {
            byte[] added = Certificates.inPem(certificate);
            write(bundle.ssl, baseForSsl(own, environment), added);
            write(bundle.requests, baseForRequests(own, environment), added);
            return bundle;
        } catch (IOException | RuntimeException | Error e) {
            try {
                bundle.close();
            } catch (IOException notDeleted) {
                e.addSuppressed(notDeleted);
            }
            throw e;
        }
    }

    /** Returns what has to be put into the program's environment. */
    public Map<String, String> environment() {
        return Map.of(SSL, ssl.toString(), REQUESTS, requests.toString());
    }

    private static byte[] baseForSsl(CertificateFiles own, Map<String, String> environment) {
        Path users = path(environment.get(SSL));
        // httpx, which would otherwise ask certifi, trusts whatever the variable names
        return users == null
                ? Certificates.read(own.ssl(), own.certifi())
                : Certificates.read(users);
    }

    private static byte[] baseForRequests(CertificateFiles own, Map<String, String> environment) {
        Path users = path(environment.get(REQUESTS));
        Path curls = path(environment.get(CURL));
        if (users != null || curls != null) {
            return Certificates.read(users != null ? users : curls);
        }
        return Certificates.read(own.certifi());
    }

    private static @Nullable Path path(@Nullable String value) {
        try {
            return value == null || value.isEmpty() ? null : Path.of(value);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static void write(Path file, byte[] base, byte[] added) throws IOException {
        Files.createFile(file, OwnerOnlyPermissions.fileAttributes(file));
        Files.write(file, base);
        Files.write(file, added, StandardOpenOption.APPEND);
    }

    /** Deletes the files. Closing again does nothing. */
    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(ssl);
        } finally {
            try {
                Files.deleteIfExists(requests);
            } finally {
                Files.deleteIfExists(folder);
            }
        }
    }
}
