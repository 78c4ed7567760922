package dev.overlap.engine.trust;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The locations of certificates in PEM files. The user may specify them by {@code SSL_CERT_FILE}
 * and {@code SSL_CERT_DIR}, as with OpenSSL, Go and Python. Otherwise the usual places are
 * searched, as in Go: the first file with any certificates is used, and folders only if there is no
 * such file.
 *
 * @param file the value of {@code SSL_CERT_FILE}; empty if not set
 * @param folders the value of {@code SSL_CERT_DIR}; empty if not set
 * @param usualFiles where to look if neither is set
 * @param usualFolders where to look if there is no such file
 */
record CertificateFiles(
        String file, List<String> folders, List<String> usualFiles, List<String> usualFolders) {

    private static final String FILE = "SSL_CERT_FILE";
    private static final String FOLDERS = "SSL_CERT_DIR";

    /** The files of Linux distributions and BSDs, from Go's crypto/x509. */
    private static final List<String> DEFAULT_FILES =
            List.of(
                    "/etc/ssl/certs/ca-certificates.crt", // Debian, Ubuntu, Arch, Gentoo
                    "/etc/pki/tls/certs/ca-bundle.crt", // Fedora, RHEL 6
                    "/etc/ssl/ca-bundle.pem", // openSUSE
                    "/etc/pki/tls/cacert.pem", // OpenELEC
                    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem", // RHEL 7, newer Fedora
                    "/etc/ssl/cert.pem", // Alpine, OpenBSD
                    "/usr/local/etc/ssl/cert.pem", // FreeBSD
                    "/usr/local/share/certs/ca-root-nss.crt", // DragonFly
                    "/etc/openssl/certs/ca-certificates.crt"); // NetBSD

    private static final List<String> DEFAULT_FOLDERS =
            List.of(
                    "/etc/ssl/certs", // SLES
                    "/etc/pki/tls/certs", // Fedora, RHEL
                    "/usr/local/share/certs", // FreeBSD
                    "/etc/openssl/certs"); // NetBSD

    /** Returns the locations for an environment. */
    static CertificateFiles of(Map<String, String> environment) {
        return new CertificateFiles(
                environment.getOrDefault(FILE, "").strip(),
                Stream.of(environment.getOrDefault(FOLDERS, "").split(File.pathSeparator))
                        .filter(folder -> !folder.isBlank())
                        .toList(),
                DEFAULT_FILES,
                DEFAULT_FOLDERS);
    }

    /** Returns whether the environment specifies the locations. */
    boolean areNamed() {
        return !file.isEmpty() || !folders.isEmpty();
    }

    /**
     * Adds the certificates specified by the variables.
     *
     * @throws IOException with a message, if a specified file has no readable certificates; a
     *     folder may be empty if there are any others
     */
    void gatherNamed(CertificateSet into) throws IOException {
        if (!file.isEmpty()) {
            into.addAll(readNamed(FILE, file, PemCertificates::read));
        }
        for (String folder : folders) {
            into.tryAll(() -> readNamed(FOLDERS, folder, CertificateFiles::readFolder));
        }
    }

    /** Adds the certificates in the usual places. */
    void gatherUsual(CertificateSet into) {
        usualFiles.stream()
                .takeWhile(_ -> into.isEmpty())
                .forEach(place -> into.tryAll(() -> readUsual(place, PemCertificates::read)));
        if (into.isEmpty()) {
            usualFolders.forEach(
                    place -> into.tryAll(() -> readUsual(place, CertificateFiles::readFolder)));
        }
    }

    private interface Reader {
        Set<X509Certificate> read(Path path) throws IOException;
    }

    private static Set<X509Certificate> readNamed(String variable, String place, Reader reader)
            throws IOException {
        String name = variable + " names \"" + place + "\", which";
        Set<X509Certificate> certificates = read(place, reader, name + " cannot be read");
        if (certificates.isEmpty()) {
            throw new IOException(name + " holds no certificate in PEM form. Correct it.");
        }
        return certificates;
    }

    private static Set<X509Certificate> readUsual(String place, Reader reader) throws IOException {
        return Files.exists(Path.of(place))
                ? read(
                        place,
                        reader,
                        "The system's certificates in \"" + place + "\" were not read")
                : Set.of();
    }

    private static Set<X509Certificate> read(String place, Reader reader, String complaint)
            throws IOException {
        try {
            return reader.read(Path.of(place));
        } catch (IOException | InvalidPathException e) {
            throw new IOException(complaint + ": " + reason(e) + ". Correct it.", e);
        }
    }

    /** Reads all readable files; OpenSSL links each one a second time, under its hash. */
    private static Set<X509Certificate> readFolder(Path folder) throws IOException {
        Set<X509Certificate> certificates = new LinkedHashSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (Files.isRegularFile(entry) && Files.isReadable(entry)) {
                    certificates.addAll(PemCertificates.read(entry));
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return certificates;
    }

    private static String reason(Exception fault) {
        return switch (fault) {
            case NoSuchFileException _ -> "it is not there";
            case AccessDeniedException _ -> "its permissions forbid it";
            case NotDirectoryException _ -> "it is no folder";
            case InvalidPathException _ -> "that is no name of a file";
            default -> String.valueOf(fault.getMessage());
        };
    }
}
