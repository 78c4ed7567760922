package dev.overlap.program.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.overlap.testkit.TestKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

class TrustBundleTest {

    private static final X509Certificate ADDED = (X509Certificate) TestKey.get().own();

    @TempDir Path folder;

    @Test
    void whatTheInterpreterTrustsIsTheBase() throws IOException {
        CertificateFiles own = new CertificateFiles(file("ssl", "ssl's\n"), file("c", "certifi's"));

        try (TrustBundle bundle = TrustBundle.create(ADDED, own, Map.of())) {
            assertThat(ssl(bundle)).isEqualTo("ssl's\n\ncertifi's\n" + pem());
            assertThat(requests(bundle)).isEqualTo("certifi's\n" + pem());
        }
    }

    @Test
    void aFileWithSeveralNamesIsTakenOnce() throws IOException {
        Path both = file("both", "both's\n");
        Path link = folder.resolve("link");
        assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "symbolic links need rights here");
        Files.createSymbolicLink(link, both);

        try (TrustBundle bundle =
                TrustBundle.create(ADDED, new CertificateFiles(both, link), Map.of())) {
            assertThat(ssl(bundle)).isEqualTo("both's\n\n" + pem());
        }
    }

    @Test
    void aBundleThatTheUserHasSetIsTheOnlyBase() throws IOException {
        CertificateFiles own = new CertificateFiles(file("ssl", "ssl's"), file("c", "certifi's"));
        Map<String, String> users =
                Map.of(
                        "SSL_CERT_FILE", file("mine", "mine").toString(),
                        "REQUESTS_CA_BUNDLE", file("theirs", "theirs").toString(),
                        "CURL_CA_BUNDLE", file("other", "other").toString());

        try (TrustBundle bundle = TrustBundle.create(ADDED, own, users)) {
            assertThat(ssl(bundle)).isEqualTo("mine\n" + pem());
            assertThat(requests(bundle)).isEqualTo("theirs\n" + pem());
        }
        try (TrustBundle bundle =
                TrustBundle.create(
                        ADDED, own, Map.of("CURL_CA_BUNDLE", file("curl", "curl's").toString()))) {
            assertThat(ssl(bundle)).startsWith("ssl's");
            assertThat(requests(bundle)).isEqualTo("curl's\n" + pem());
        }
    }

    @Test
    void ofAFolderThoseFilesAreReadThatOpenSslWouldFind() throws IOException {
        file("0a1b2c3d.0", "first");
        file("9a1b2c3d.1", "second");
        file("readme.txt", "not a certificate");

        try (TrustBundle bundle =
                TrustBundle.create(
                        ADDED,
                        CertificateFiles.NONE,
                        Map.of("REQUESTS_CA_BUNDLE", folder.toString()))) {
            assertThat(requests(bundle)).isEqualTo("first\nsecond\n" + pem());
        }
    }

    @Test
    void aMissingFileAddsNothing() throws IOException {
        Path missing = folder.resolve("missing");
        Map<String, String> users =
                Map.of("SSL_CERT_FILE", missing.toString(), "REQUESTS_CA_BUNDLE", "");

        try (TrustBundle bundle =
                TrustBundle.create(ADDED, new CertificateFiles(missing, missing), users)) {
            assertThat(ssl(bundle)).isEqualTo(pem());
            assertThat(requests(bundle)).isEqualTo(pem());
        }
    }

    @Test
    void onlyItsOwnerCanReadItAndItIsGoneAfterTheRun() throws IOException {
        TrustBundle bundle = TrustBundle.create(ADDED, CertificateFiles.NONE, Map.of());
        List<Path> files = bundle.environment().values().stream().map(Path::of).toList();
        Path parent = files.getFirst().getParent();
        if (parent.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
            assertThat(permissions(parent)).isEqualTo("rwx------");
        }

        bundle.close();
        bundle.close();

        assertThat(parent).doesNotExist();
    }

    @Test
    void aFileThatCannotBeDeletedDoesNotKeepTheOthers() throws IOException {
        TrustBundle bundle = TrustBundle.create(ADDED, CertificateFiles.NONE, Map.of());
        Path ssl = Path.of(bundle.environment().get("SSL_CERT_FILE"));
        Path requests = Path.of(bundle.environment().get("REQUESTS_CA_BUNDLE"));
        Files.delete(ssl);
        Path inside = Files.createFile(Files.createDirectory(ssl).resolve("inside"));

        assertThatThrownBy(bundle::close).isInstanceOf(IOException.class);

        assertThat(requests).doesNotExist();
        Files.delete(inside);
        bundle.close();
        assertThat(ssl.getParent()).doesNotExist();
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static String pem() {
        return new String(Certificates.inPem(ADDED), US_ASCII);
    }

    private static String ssl(TrustBundle bundle) throws IOException {
        return Files.readString(Path.of(bundle.environment().get("SSL_CERT_FILE")));
    }

    private static String requests(TrustBundle bundle) throws IOException {
        return Files.readString(Path.of(bundle.environment().get("REQUESTS_CA_BUNDLE")));
    }
}
