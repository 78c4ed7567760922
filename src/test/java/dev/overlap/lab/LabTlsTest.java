package dev.overlap.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

class LabTlsTest {

    private static Lab lab;

    @BeforeAll
    static void start() throws IOException {
        lab = Lab.start();
    }

    @AfterAll
    static void close() {
        lab.close();
    }

    @Test
    void http2IsNegotiatedWithAClientThatOffersIt() throws Exception {
        try (SSLSocket socket = connect("localhost", "h2", "http/1.1")) {
            assertThat(socket.getApplicationProtocol()).isEqualTo("h2");
        }
    }

    @Test
    void http1IsSpokenWithAClientThatOffersNothingElse() throws Exception {
        try (SSLSocket socket = connect("127.0.0.1", "http/1.1")) {
            assertThat(socket.getApplicationProtocol()).isEqualTo("http/1.1");
            RawReply.send(socket, "GET", "/delay/3", "");
            byte[] reply = socket.getInputStream().readAllBytes();
            assertThat(new String(reply, US_ASCII)).startsWith("HTTP/1.1 200").contains("3 ms.");
        }
    }

    @Test
    void aResetBreaksTlsToo() throws Exception {
        try (SSLSocket socket = connect("localhost", "http/1.1")) {
            RawReply.send(socket, "GET", "/reset?after=20", "");
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("Connection reset");
        }
    }

    @Test
    void theUrisStayTheSame() throws IOException {
        assertThat(lab.tlsUri()).isEqualTo(lab.tlsUri()).hasScheme("https");
        assertThat(lab.h2cUri()).isEqualTo(lab.h2cUri()).hasScheme("http");
        assertThat(List.of(lab.tlsUri().getPort(), lab.h2cUri().getPort(), lab.uri().getPort()))
                .doesNotHaveDuplicates();
    }

    @Test
    void http2InPlainTextAnswersThePrefaceWithItsSettings() throws IOException {
        try (Socket socket = RawReply.open(lab.h2cUri())) {
            byte[] preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII);
            socket.getOutputStream().write(preface);
            socket.getOutputStream().write(new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0});
            byte[] frame = socket.getInputStream().readNBytes(9);
            assertThat(frame[3]).as("type of the first frame: settings").isEqualTo((byte) 4);
        }
    }

    @Test
    void aRuntimeWithoutKeytoolIsSaidInOneSentence(@TempDir Path home) {
        assertThatThrownBy(() -> Keytool.program(home))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "The lab cannot offer https, because there is no keytool in %s."
                                .formatted(home.resolve("bin")));
    }

    @Test
    void nothingOfTheKeyIsLeftOnTheDisk(@TempDir Path parent) throws Exception {
        Path folder = Files.createDirectory(parent.resolve("key"));

        var certificate = SelfSignedCertificate.create(List.of("a.example"), folder).certificate();

        assertThat(certificate.getSubjectAlternativeNames().toString()).contains("a.example");
        assertThat(certificate.getBasicConstraints()).as("may sign, but no authority").isZero();
        assertThat(folder).doesNotExist();
    }

    @Test
    void nothingIsLeftIfKeytoolFailsEither(@TempDir Path parent) throws Exception {
        Path folder = Files.createDirectory(parent.resolve("key"));

        assertThatThrownBy(() -> SelfSignedCertificate.create(List.of("no host"), folder))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("The lab cannot offer https, because keytool said: ");

        assertThat(folder).doesNotExist();
    }

    /** Connects, trusting only the lab's certificate and checking its host name. */
    private static SSLSocket connect(String host, String... protocols) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("lab", lab.certificate());
        TrustManagerFactory managers =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        Socket plain = new Socket(InetAddress.ofLiteral("127.0.0.1"), lab.tlsUri().getPort());
        plain.setSoTimeout(20_000);
        SSLSocket socket =
                (SSLSocket)
                        context.getSocketFactory().createSocket(plain, host, plain.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(protocols);
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
