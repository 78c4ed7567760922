package dev.overlap.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A key with a self-signed certificate, valid for {@code localhost}, {@code named.test} and
 * 127.0.0.1.
 *
 * @param server for the server's end of a handshake
 * @param client trusts exactly this certificate
 */
public record TestKey(SSLContext server, SSLContext client) {

    private static final char[] PASSWORD = "in tests only".toCharArray();

    private static final String SAN = "SAN=dns:localhost,dns:named.test,ip:127.0.0.1";

    /** Each key is created once by the JDK's keytool, which takes a second or two. */
    private static final class Once {
        static final TestKey KEY = make(TestKey::selfSigned);
    }

    private static final class OnceExpired {
        static final TestKey KEY = make(TestKey::signedLongAgo);
    }

    /** Returns the key shared by all tests of this process. */
    public static TestKey get() {
        return Once.KEY;
    }

    /**
     * Returns a key whose certificate has expired; it is signed by an authority that the client
     * trusts.
     */
    public static TestKey expired() {
        return OnceExpired.KEY;
    }

    /** Creates a key store in a folder, and returns the alias of the certificate to trust. */
    private interface Recipe {
        String cook(Path folder, Path store) throws IOException;
    }

    private static TestKey make(Recipe recipe) {
        try {
            Path folder = Files.createTempDirectory("overlap-test-");
            Path store = folder.resolve("key.p12");
            try {
                return read(store, recipe.cook(folder, store));
            } finally {
                for (String name : List.of("key.p12", "request", "certificate")) {
                    Files.deleteIfExists(folder.resolve(name));
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String selfSigned(Path folder, Path store) throws IOException {
        generate(store, "key", "CN=localhost", SAN);
        return "key";
    }

    private static String signedLongAgo(Path folder, Path store) throws IOException {
        String request = folder.resolve("request").toString();
        String certificate = folder.resolve("certificate").toString();
        generate(store, "authority", "CN=Authority of the tests", "bc:c");
        generate(store, "key", "CN=localhost", SAN);
        keytool(store, "-certreq", "-alias", "key", "-file", request);
        keytool(
                store,
                "-gencert",
                "-alias",
                "authority",
                "-infile",
                request,
                "-outfile",
                certificate,
                "-ext",
                SAN,
                "-startdate",
                "-10d",
                "-validity",
                "1");
        keytool(store, "-importcert", "-noprompt", "-alias", "key", "-file", certificate);
        return "authority";
    }

    private static void generate(Path store, String alias, String name, String extension)
            throws IOException {
        keytool(
                store,
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-dname",
                name,
                "-ext",
                extension,
                "-startdate",
                "-20d",
                "-validity",
                "40");
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

    private static TestKey read(Path store, String trusted)
            throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        Certificate anchor = keys.getCertificate(trusted);
        if (!trusted.equals("key")) {
            keys.deleteEntry(trusted); // the server must not use the authority's key
        }
        KeyManagerFactory own =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        SSLContext server = SSLContext.getInstance("TLS");
        server.init(own.getKeyManagers(), null, null);
        return new TestKey(server, trusting(anchor));
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
