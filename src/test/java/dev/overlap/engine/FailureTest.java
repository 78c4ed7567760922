package dev.overlap.engine;

import static dev.overlap.testkit.TraceAssertions.assertAnswered;
import static dev.overlap.testkit.TraceAssertions.failed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.engine.http.NameResolver;
import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.engine.request.BodyByteCounter;
import dev.overlap.testkit.EngineExtension;
import dev.overlap.testkit.RawConnection;
import dev.overlap.testkit.RawServer;
import dev.overlap.testkit.TestKey;
import dev.overlap.trace.FailureKind;
import dev.overlap.trace.Outcome;
import dev.overlap.trace.Trace;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Tests failures of servers and networks: each has one kind and one sentence, the same with both
 * clients, and does not affect other tasks.
 */
class FailureTest {

    private static final String WITH_LENGTH = "HTTP/1.1 200 OK\r\nContent-Length: ";

    @RegisterExtension static final EngineExtension RIG = new EngineExtension();

    /**
     * A bound socket that does not listen, so that its port refuses connections and is not reused.
     */
    @AutoClose static final Socket NOBODY = bound();

    /** A failure and its kind. */
    enum Case {
        RESET(FailureKind.RESET, "lab:/reset?after=20"),
        ENDS_IN_THE_BODY(FailureKind.CLOSED_EARLY, "lab:/close?after=20"),
        REDIRECTS_FOR_EVER(FailureKind.TOO_MANY_REDIRECTS, "lab:/redirect/11"),
        BODY_OVER_64_MB(FailureKind.TOO_LARGE, "lab:/bytes/67108865"),
        NO_SUCH_NAME(FailureKind.NAME_NOT_FOUND, "http://nowhere.test/"),
        REFUSED(FailureKind.REFUSED, ""),
        /** A multicast address: the system refuses a TCP connection without sending anything. */
        UNREACHABLE(FailureKind.UNREACHABLE, "http://224.0.0.1/"),
        SELF_SIGNED(FailureKind.TLS_UNTRUSTED, ""),
        SIGNED_FOR_ANOTHER_NAME(FailureKind.TLS_WRONG_HOST, ""),
        EXPIRED(FailureKind.TLS_EXPIRED, ""),
        TLS_TO_A_PLAIN_PORT(FailureKind.TLS_FAILED, ""),
        ENDS_IN_THE_HANDSHAKE(FailureKind.TLS_FAILED, ""),
        ENDS_WITHOUT_A_REPLY(FailureKind.CLOSED_EARLY, ""),
        ENDS_IN_THE_HEAD(FailureKind.MALFORMED, ""),
        NOT_HTTP(FailureKind.MALFORMED, ""),
        HEADER_WITHOUT_END(FailureKind.MALFORMED, ""),
        BAD_CHUNK(FailureKind.MALFORMED, ""),
        CHUNKS_WITHOUT_AN_END(FailureKind.TOO_LARGE, ""),
        LENGTH_TOO_LONG(FailureKind.CLOSED_EARLY, ""),
        REDIRECTS_TO_ITSELF(FailureKind.TOO_MANY_REDIRECTS, ""),
        BODY_IS_NO_GZIP(FailureKind.MALFORMED, ""),
        GZIP_IS_CUT_OFF(FailureKind.MALFORMED, ""),
        GZIP_IS_DAMAGED(FailureKind.MALFORMED, ""),
        GZIP_BOMB(FailureKind.TOO_LARGE, ""),
        REDIRECTS_TO_A_FILE(FailureKind.REDIRECT_REFUSED, ""),
        REDIRECTS_TO_NO_URL(FailureKind.MALFORMED, "");

        final FailureKind kind;
        final String site;

        Case(FailureKind kind, String site) {
            this.kind = kind;
            this.site = site;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFaultHasOneKindAndOneSentenceWhicheverClientMeetsIt(Case fault) throws Exception {
        try (RawServer server = RawServer.start(rawConnection -> serve(fault, rawConnection))) {
            String site = site(fault, server);
            List<Outcome.Failed> outcomes = new ArrayList<>();
            for (String model : List.of("thread-pool", "event-loop", "blocked-loop")) {
                Trace trace =
                        RIG.run(network(fault), EngineExtension.plan(model, "lab:/delay/60", site));
                assertAnswered(trace, 0);
                outcomes.add(failed(trace, 1));
                assertThat(failed(trace, 1).sentence())
                        .startsWith(site)
                        .containsOnlyOnce(site)
                        .endsWith(".")
                        .doesNotContain("Exception", "java.", "null");
            }
            assertThat(outcomes).extracting(Outcome.Failed::kind).containsOnly(fault.kind);
            assertThat(outcomes)
                    .extracting(Outcome.Failed::sentence)
                    .containsOnly(outcomes.getFirst().sentence());
        }
    }

    private static NetworkAccess network(Case fault) {
        NameResolver nowhere =
                host -> {
                    if (host.equals("nowhere.test")) {
                        throw new UnknownHostException(host);
                    }
                    return List.of(InetAddress.ofLiteral("127.0.0.1"));
                };
        return switch (fault) {
            case SIGNED_FOR_ANOTHER_NAME -> new NetworkAccess(nowhere, TestKey.get().client());
            case EXPIRED -> new NetworkAccess(nowhere, TestKey.expired().client());
            default -> new NetworkAccess(nowhere, NetworkAccess.system().ssl());
        };
    }

    private static String site(Case fault, RawServer server) throws IOException {
        if (!fault.site.isEmpty()) {
            return fault.site;
        }
        return switch (fault) {
            case EXPIRED -> "https://127.0.0.1:" + server.port() + "/";
            case REFUSED -> "http://127.0.0.1:" + NOBODY.getLocalPort() + "/";
            case SELF_SIGNED -> RIG.lab().tlsUri() + "/delay/1";
            case SIGNED_FOR_ANOTHER_NAME -> "https://other.test:" + server.port() + "/";
            case TLS_TO_A_PLAIN_PORT, ENDS_IN_THE_HANDSHAKE ->
                    "https://127.0.0.1:" + server.port() + "/";
            default -> "http://127.0.0.1:" + server.port() + "/";
        };
    }

    private static Socket bound() {
        try {
            Socket socket = new Socket();
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void serve(Case fault, RawConnection rawConnection) throws IOException {
        switch (fault) {
            case TLS_TO_A_PLAIN_PORT -> {
                rawConnection.readByte();
                rawConnection.write("HTTP/1.1 400 Bad Request\r\n\r\n");
            }
            case ENDS_IN_THE_HANDSHAKE -> rawConnection.readByte();
            case SIGNED_FOR_ANOTHER_NAME -> rawConnection.shakeHands();
            case EXPIRED -> rawConnection.shakeHands(TestKey.expired());
            case CHUNKS_WITHOUT_AN_END -> {
                rawConnection.readRequest();
                rawConnection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                byte[] chunk = bytes("10000\r\n" + "x".repeat(0x10000) + "\r\n");
                for (long sent = 0; sent <= 2 * BodyByteCounter.MAX_BYTES; sent += chunk.length) {
                    rawConnection.write(chunk);
                }
            }
            default -> {
                rawConnection.readRequest();
                rawConnection.write(reply(fault));
            }
        }
    }

    private static byte[] reply(Case fault) throws IOException {
        return switch (fault) {
            case ENDS_IN_THE_HEAD -> bytes("HTTP/1.1 200 OK\r\nContent-Le");
            case NOT_HTTP -> bytes("SSH-2.0-OpenSSH_9.2\r\n");
            case HEADER_WITHOUT_END ->
                    bytes("HTTP/1.1 200 OK\r\nX: " + "x".repeat(1_000_000) + "\r\n\r\n");
            case BAD_CHUNK ->
                    bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnone\r\nabc");
            case BODY_IS_NO_GZIP -> gzipped(bytes("this was never packed"));
            case GZIP_IS_CUT_OFF -> gzipped(Arrays.copyOf(packed(5_000), 30));
            case GZIP_IS_DAMAGED -> gzipped(damaged(packed(5_000)));
            case GZIP_BOMB -> gzipped(packed(BodyByteCounter.MAX_BYTES + 1));
            case LENGTH_TOO_LONG -> bytes(WITH_LENGTH + "100\r\n\r\nabc");
            case REDIRECTS_TO_ITSELF -> redirect("/");
            case REDIRECTS_TO_A_FILE -> redirect("file:///etc/passwd");
            case REDIRECTS_TO_NO_URL -> redirect("http://[/");
            default -> new byte[0];
        };
    }

    private static byte[] redirect(String target) {
        return bytes("HTTP/1.1 302 Found\r\nLocation: " + target + "\r\nContent-Length: 0\r\n\r\n");
    }

    private static byte[] gzipped(byte[] body) throws IOException {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        reply.write(bytes(WITH_LENGTH + body.length + "\r\nContent-Encoding: gzip\r\n\r\n"));
        reply.write(body);
        return reply.toByteArray();
    }

    private static byte[] packed(long zeros) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] chunk = new byte[1 << 16];
        try (OutputStream out = new GZIPOutputStream(packed)) {
            for (long left = zeros; left > 0; left -= chunk.length) {
                out.write(chunk, 0, (int) Math.min(left, chunk.length));
            }
        }
        return packed.toByteArray();
    }

    private static byte[] damaged(byte[] packed) {
        packed[packed.length - 8] ^= 1; // in the checksum
        return packed;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
