package dev.overlap.engine.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.overlap.testkit.TestKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Map;
import java.util.Set;

class SystemCertificatesTest {

    /** Neither that of Windows nor that of macOS, as on Linux. */
    private static final List<String> NO_STORES = List.of("Test-UNKNOWN");

    private static final Certificate AUTHORITY = TestKey.signed().anchor();
    private static final Certificate OTHER = TestKey.get().anchor();

    @TempDir private Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static SystemCertificates named(Map<String, String> environment) {
        return new SystemCertificates(CertificateFiles.of(environment), NO_STORES);
    }

    private static SystemCertificates named(Path file) {
        return named(Map.of("SSL_CERT_FILE", file.toString()));
    }

    private static SystemCertificates usual(List<Path> files, List<Path> folders) {
        return new SystemCertificates(
                new CertificateFiles(
                        "",
                        List.of(),
                        files.stream().map(Path::toString).toList(),
                        folders.stream().map(Path::toString).toList()),
                NO_STORES);
    }

    private static void assertRead(SystemCertificates certificates, Certificate... expected)
            throws IOException {
        assertThat(Set.<Certificate>copyOf(certificates.read()))
                .containsExactlyInAnyOrder(expected);
    }

    private static void assertSentence(SystemCertificates certificates, String sentence) {
        assertThatIOException().isThrownBy(certificates::besideJavas).withMessage(sentence);
    }

    @Test
    void ofABundleEveryGoodCertificateIsReadOnce() throws IOException {
        String authority = TestKey.signed().anchorInPem();
        String bundle =
                "# Authority of the tests\n"
                        + authority.replace("\n", "\r\n")
                        + authority
                        + "-----BEGIN CERTIFICATE-----\n"
                        + "AAAA\n"
                        + "-----END CERTIFICATE-----\n"
                        + "-----BEGIN CERTIFICATE-----\n"
                        + "no base 64 \u00e9\n"
                        + "-----END CERTIFICATE-----\n"
                        + TestKey.get().anchorInPem().replace("CERTIFICATE", "X509 CERTIFICATE")
                        + "-----BEGIN CERTIFICATE-----\nMII";

        assertRead(named(write("bundle.pem", bundle)), AUTHORITY, OTHER);
    }

    @Test
    void whatCarriesSettingsOfOpenSslIsLeftOut() throws IOException {
        String trusted = TestKey.get().anchorInPem().replace("CERTIFICATE", "TRUSTED CERTIFICATE");

        assertRead(named(write("bundle.pem", trusted + TestKey.signed().anchorInPem())), AUTHORITY);
    }

    @Test
    void foldersAreReadFileByFileBesideTheFile() throws IOException {
        Path one = Files.createDirectory(folder.resolve("one"));
        Path two = Files.createDirectory(folder.resolve("two"));
        Files.writeString(one.resolve("a.pem"), TestKey.signed().anchorInPem());
        Files.createSymbolicLink(one.resolve("5ed36f99.0"), Path.of("a.pem"));
        Files.createSymbolicLink(one.resolve("dangling.0"), Path.of("gone.pem"));
        Files.createDirectory(one.resolve("below"));
        Files.writeString(two.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\n");
        String folders = one + File.pathSeparator + two + File.pathSeparator + "gone";

        assertRead(named(Map.of("SSL_CERT_DIR", folders)), AUTHORITY);
        assertRead(
                named(
                        Map.of(
                                "SSL_CERT_DIR",
                                folders,
                                "SSL_CERT_FILE",
                                write("b.pem", TestKey.get().anchorInPem()).toString())),
                AUTHORITY,
                OTHER);
    }

    @Test
    void whatAVariableNamesAndCannotBeUsedIsToldInASentence() throws IOException {
        Path gone = folder.resolve("gone.pem");
        assertSentence(
                named(gone),
                "SSL_CERT_FILE names \"%s\", which cannot be read: it is not there. Correct it."
                        .formatted(gone));
        assertSentence(
                named(folder),
                "SSL_CERT_FILE names \"%s\", which cannot be read: it is no file. Correct it."
                        .formatted(folder));
        Path text = write("a.txt", "nothing of the kind");
        assertSentence(
                named(text),
                "SSL_CERT_FILE names \"%s\", which holds no certificate in PEM form. Correct it."
                        .formatted(text));
        assertSentence(
                named(Map.of("SSL_CERT_DIR", text.toString())),
                "SSL_CERT_DIR names \"%s\", which cannot be read: it is no folder. Correct it."
                        .formatted(text));
        assertSentence(
                named(Map.of("SSL_CERT_FILE", "a\0b")),
                "SSL_CERT_FILE names \"a\0b\", which cannot be read: that is no name of a file."
                        + " Correct it.");
    }

    @Test
    void aFileFarTooLargeIsNotRead() throws IOException {
        Path sparse = folder.resolve("sparse.pem");
        try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
            file.setLength((16 << 20) + 1);
        }
        assertSentence(
                named(sparse),
                "SSL_CERT_FILE names \"%s\", which cannot be read: it is too large. Correct it."
                        .formatted(sparse));
    }

    @Test
    void ofTheUsualFilesTheFirstThatHoldsAnyCounts() throws IOException {
        Path gone = folder.resolve("gone.pem");
        Path empty = write("empty.pem", "");
        Path first = write("first.pem", TestKey.signed().anchorInPem());
        Path second = write("second.pem", TestKey.get().anchorInPem());

        assertRead(usual(List.of(gone, empty, folder, first, second), List.of()), AUTHORITY);
    }

    @Test
    void usualFoldersAreReadIfNoUsualFileIsThere() throws IOException {
        Path file = write("a.crt", TestKey.signed().anchorInPem());

        assertRead(
                usual(List.of(folder.resolve("gone")), List.of(file, folder, folder)), AUTHORITY);
    }

    @Test
    void aSystemWithoutAnyIsToldInASentence() {
        assertSentence(
                usual(List.of(folder.resolve("gone")), List.of(folder.resolve("gone"), folder)),
                "This system's certificates were to be trusted, and none were found in the usual"
                        + " places. Set SSL_CERT_FILE to a file with certificates in PEM form.");
    }

    /** Java trusts an anchor regardless of its dates. */
    @Test
    void anExpiredCertificateIsNotTrusted() throws Exception {
        TestKey expired = TestKey.expired();
        Path bundle = write("bundle.pem", expired.ownInPem() + expired.anchorInPem());

        assertRead(named(bundle), AUTHORITY);
    }

    @Test
    void javasOwnStayTrusted() throws Exception {
        int own = SystemCertificates.ofJava().size();

        assertThat(own).isPositive();
        assertThat(named(write("a.pem", TestKey.signed().anchorInPem())).anchors().size())
                .isEqualTo(own + 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theKeyStoreOfASystemIsReadInPlaceOfTheUsualFiles(boolean alsoNamed) throws IOException {
        Path file = write("a.pem", TestKey.get().anchorInPem());
        CertificateFiles files =
                new CertificateFiles(
                        alsoNamed ? file.toString() : "",
                        List.of(),
                        List.of(file.toString()),
                        List.of());
        Security.addProvider(new TestKeyStoreProvider(AUTHORITY, OTHER));
        try {
            SystemCertificates certificates =
                    new SystemCertificates(
                            files, List.of("Test-UNKNOWN", "Test-BROKEN", "Test-ROOT"));
            if (alsoNamed) {
                assertRead(certificates, AUTHORITY, OTHER);
            } else {
                assertRead(certificates, AUTHORITY);
            }
        } finally {
            Security.removeProvider(TestKeyStoreProvider.NAME);
        }
    }

    @Test
    void aKeyStoreThatCannotBeReadIsToldInASentence() {
        Security.addProvider(new TestKeyStoreProvider(AUTHORITY, OTHER));
        try {
            assertSentence(
                    new SystemCertificates(CertificateFiles.of(Map.of()), List.of("Test-BROKEN")),
                    "The system's key store Test-BROKEN cannot be read (locked). Set SSL_CERT_FILE"
                            + " to a file with certificates in PEM form.");
        } finally {
            Security.removeProvider(TestKeyStoreProvider.NAME);
        }
    }
}
