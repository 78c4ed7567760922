package dev.overlap.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A key and its certificate, valid for {@code localhost}, {@code named.test} and 127.0.0.1.
 *
 * @param server for the server's end of a handshake
 * @param client trusts exactly the anchor
 * @param own its certificate
 * @param anchor the certificate of who signed it: itself, or an authority
 */
public record TestKey(SSLContext server, SSLContext client, Certificate own, Certificate anchor) {

    private static final char[] PASSWORD = "in tests only".toCharArray();

    private static final String SAN = "SAN=dns:localhost,dns:named.test,ip:127.0.0.1";

    /** Each key is created once by the JDK's keytool, which takes a second or two. */
    private static final class Once {
        static final TestKey KEY = make(TestKey::selfSigned, "key", "key").getFirst();
    }

    private static final class OnceSigned {
        static final List<TestKey> KEYS =
                make(TestKey::signed, "authority", "good", "other", "expired");
    }

    /** Returns a self-signed key, shared by all tests of this process. */
    public static TestKey get() {
        return Once.KEY;
    }

    /** Returns a key whose certificate is signed by an authority, which the client trusts. */
    public static TestKey signed() {
        return OnceSigned.KEYS.getFirst();
    }

    /** Returns one of the same authority, for the name {@code other.test} only. */
    public static TestKey forAnotherName() {
        return OnceSigned.KEYS.get(1);
    }

    /** Returns one of the same authority whose certificate has expired. */
    public static TestKey expired() {
        return OnceSigned.KEYS.getLast();
    }

    /** Returns its certificate in PEM form. */
    public String ownInPem() {
        return inPem(own);
    }

    /** Returns the anchor in PEM form. */
    public String anchorInPem() {
        return inPem(anchor);
    }

    private static String inPem(Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Creates a key store with keys. */
    private interface Recipe {
        void cook(Path store) throws IOException;
    }

    private static List<TestKey> make(Recipe recipe, String anchor, String... keys) {
        try {
            Path folder = Files.createTempDirectory("overlap-test-");
            Path store = folder.resolve("key.p12");
            try {
                recipe.cook(store);
                List<TestKey> made = new ArrayList<>();
                for (String key : keys) {
                    made.add(read(store, key, anchor));
                }
                return made;
            } finally {
                Files.deleteIfExists(store);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void selfSigned(Path store) throws IOException {
        generate(store, "key", "-dname", "CN=localhost", "-ext", SAN, "-validity", "40");
    }

    private static void signed(Path store) throws IOException {
        String[] byAuthority = {"-dname", "CN=localhost", "-signer", "authority", "-ext"};
        generate(store, "authority", "-dname", "CN=Authority", "-ext", "bc:c", "-validity", "40");
        generate(store, "good", with(byAuthority, SAN, "-validity", "40"));
        generate(store, "other", with(byAuthority, "SAN=dns:other.test", "-validity", "40"));
        generate(store, "expired", with(byAuthority, SAN, "-validity", "1"));
    }

    private static String[] with(String[] words, String... more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }

    private static void generate(Path store, String alias, String... words) throws IOException {
        String[] always = {"-genkeypair", "-alias", alias, "-keyalg", "EC", "-startdate", "-20d"};
        keytool(store, with(always, words));
    }

    private static void keytool(Path store, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.add("-J-XX:TieredStopAtLevel=1");
        command.addAll(List.of(words));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", new String(PASSWORD)));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("keytool could not do " + words[0]);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Reads one key only: the server must not use another one. */
    private static TestKey read(Path store, String alias, String trusted)
            throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        Certificate own = keys.getCertificate(alias);
        Certificate anchor = keys.getCertificate(trusted);
        for (String other : Collections.list(keys.aliases())) {
            if (!other.equals(alias)) {
                keys.deleteEntry(other);
            }
        }
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext server = SSLContext.getInstance("TLS");
        server.init(managers.getKeyManagers(), null, null);
        return new TestKey(server, trusting(anchor), own, anchor);
    }

    /** Returns a client context that trusts only one certificate. */
    public static SSLContext trusting(Certificate certificate)
            throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("only", certificate);
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext client = SSLContext.getInstance("TLS");
        client.init(null, trust.getTrustManagers(), null);
        return client;
    }
}
