package dev.overlap.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.overlap.testkit.Eventually;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

class LabTest {

    private Lab lab;

    @BeforeEach
    void start() throws IOException {
        lab = Lab.start();
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40, 120})
    void aDelayIsNeverShorterThanDeclared(int millis) throws IOException {
        long begin = System.nanoTime();

        RawReply reply = get("/delay/" + millis);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(nanos(millis));
        assertThat(reply.sentAfterMillis()).isGreaterThanOrEqualTo(millis);
        assertThat(reply.header(Lab.SENT_AFTER)).matches("\\d+\\.\\d{3}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/delay/1",
                "/bytes/5",
                "/bytes/5?ms=5",
                "/status/404",
                "/status/204",
                "/redirect/1",
                "/close",
                "/jobs?takes=1",
                "/jobs/1?takes=1",
                "/echo",
                "/",
                "/nope",
                "/delay/x"
            })
    void everyReplySaysHowLongItReallyTook(String target) throws IOException {
        assertThat(get(target).header("Lab-Sent-After-Ms")).matches("\\d+\\.\\d{3}");
    }

    @ParameterizedTest
    @CsvSource({
        "/delay/7, 7",
        "/status/404?delay=5, 5",
        "/bytes/10?ms=6, 6",
        "/bytes/10, 0",
        "/redirect/2, 0",
        "/echo, 0",
        "/delay/no, 0"
    })
    void aReplySaysHowLongItWasMeantToTake(String path, String millis) throws IOException {
        assertThat(get(path).header(Lab.DECLARED)).isEqualTo(millis);
    }

    @Test
    void bytesAreSpreadOverTheirTime() throws IOException {
        long begin = System.nanoTime();
        RawReply reply = get("/bytes/1001?ms=100");

        assertThat(reply.body()).hasSize(1001);
        assertThat(reply.header("content-length")).isEqualTo("1001");
        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(nanos(100));
    }

    @Test
    void noByteComesBeforeItsTime() throws IOException {
        try (Socket socket = RawReply.open(lab.uri())) {
            long begin = System.nanoTime();
            RawReply.send(socket, "GET", "/bytes/10?ms=200", "");
            InputStream in = socket.getInputStream();
            skipHead(in);
            for (int i = 1; i <= 10; i++) {
                assertThat(in.read()).isNotNegative();
                assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(nanos(20 * i));
            }
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void manyBytesComeComplete() throws IOException {
        assertThat(get("/bytes/3000000").body()).hasSize(3_000_000);
        assertThat(get("/bytes/3000001?ms=30").body()).hasSize(3_000_001);
        assertThat(get("/bytes/0").body()).isEmpty();
        assertThat(get("/bytes/0?ms=500").body()).isEmpty();
    }

    @Test
    void aStatusComesWithItsDelay() throws IOException {
        RawReply reply = get("/status/503?delay=30");

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.sentAfterMillis()).isGreaterThanOrEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 205, 304})
    void aStatusThatHasNoBodyGetsNone(int code) throws IOException {
        RawReply reply = get("/status/" + code);

        assertThat(reply.status()).isEqualTo(code);
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void redirectsCountDownToAnAnswer() throws IOException {
        RawReply reply = get("/redirect/2");
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.header("location")).isEqualTo("/redirect/1");

        reply = get(reply.header("location"));
        assertThat(reply.header("location")).isEqualTo("/redirect/0");

        assertThat(get(reply.header("location")).status()).isEqualTo(200);
    }

    @Test
    void aResetIsARealOne() throws IOException {
        try (Socket socket = RawReply.open(lab.uri())) {
            long begin = System.nanoTime();
            RawReply.send(socket, "GET", "/reset?after=40", "");

            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("Connection reset");
            assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(nanos(40));
        }
    }

    @Test
    void aClosedReplyEndsInMidBody() throws IOException {
        RawReply reply = get("/close?after=30");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isNotEmpty();
        assertThat(Integer.parseInt(reply.header("content-length")))
                .isGreaterThan(reply.body().length());
    }

    @Test
    void aJobIsPolledUntilItIsDone() throws Exception {
        long begin = System.nanoTime();
        RawReply posted = RawReply.ask(lab.uri(), "POST", "/jobs?takes=80", "{}");

        assertThat(posted.status()).isEqualTo(202);
        assertThat(posted.header("retry-after")).isEqualTo("0");
        String location = posted.header("location");
        assertThat(get(location).status()).isEqualTo(202);
        Eventually.holds("the job is done", () -> get(location).status() == 200);
        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(nanos(80));
    }

    @Test
    void aJobThatNobodyStartedIsNotThere() throws IOException {
        assertThat(get("/jobs/999999999999?takes=1").status()).isEqualTo(404);
    }

    @Test
    void anEchoShowsWhatWasSent() throws IOException {
        String body = "x".repeat(100_000);

        assertThat(RawReply.ask(lab.uri(), "PUT", "/echo", body).body())
                .startsWith("PUT /echo\nHost: localhost:1\n")
                .contains("Content-Length: 100000")
                .endsWith("The body had 100000 bytes.\n");
    }

    @Test
    void whatIsNotUnderstoodGetsASentence() throws IOException {
        RawReply bad = get("/delay/abc");
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.body())
                .isEqualTo("ms must be a whole number from 0 to 600000, not \"abc\".\n");

        assertThat(get("/nope").status()).isEqualTo(404);
        assertThat(get("/").body()).contains("/delay/{ms}");
    }

    @Test
    void anyHostNameIsAnswered() throws IOException {
        for (String host : new String[] {"127.0.0.1:" + lab.uri().getPort(), "example.org"}) {
            try (Socket socket = RawReply.open(lab.uri())) {
                String request = "GET /echo HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(US_ASCII));
                byte[] begin = socket.getInputStream().readNBytes(12);
                assertThat(new String(begin, US_ASCII)).isEqualTo("HTTP/1.1 200");
            }
        }
    }

    @Test
    void oneConnectionServesManyRequests() throws IOException {
        try (Socket socket = RawReply.open(lab.uri())) {
            byte[] request = "HEAD /delay/2 HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII);
            for (int i = 0; i < 20; i++) {
                socket.getOutputStream().write(request);
                assertThat(skipHead(socket.getInputStream())).startsWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    void aPeerThatGoesAwayLeavesNothingOnTheTimer() throws Exception {
        for (String target : new String[] {"/delay/600000", "/bytes/1000000?ms=600000"}) {
            try (Socket socket = RawReply.open(lab.uri())) {
                RawReply.send(socket, "GET", target, "");
                Eventually.holds("the exchange waits", () -> lab.waiting() == 1);
            }
            Eventually.holds("the timer is empty", () -> lab.waiting() == 0);
        }
    }

    @Test
    void aPeerThatOnlyHangsUpEndsAHang() throws Exception {
        try (Socket socket = RawReply.open(lab.uri())) {
            RawReply.send(socket, "GET", "/hang", "");
            Eventually.holds("the lab has seen it", () -> lab.connections() == 1);
            socket.shutdownOutput();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
            Eventually.holds("the connection is gone", () -> lab.connections() == 0);
        }
    }

    @Test
    void nothingRunsAndNobodyIsServedOnceCloseHasReturned() throws Exception {
        Set<Thread> others = threadsOfLabs();
        URI gone;
        try (Lab second = Lab.start()) {
            gone = second.uri();
            RawReply.send(RawReply.open(gone), "GET", "/hang", "");
            Eventually.holds("the exchange waits", () -> second.connections() == 1);
            assertThat(threadsOfLabs()).hasSizeGreaterThan(others.size());
        }

        assertThat(threadsOfLabs()).isSubsetOf(others);
        assertThatThrownBy(() -> RawReply.open(gone)).isInstanceOf(IOException.class);
    }

    private static Set<Thread> threadsOfLabs() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("lab-"))
                .collect(Collectors.toSet());
    }

    @Test
    void aPortThatIsTakenIsSaidInOneSentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> Lab.start(port))
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            ("The lab cannot listen on port %d of this machine:"
                                            + " it is taken or not allowed.")
                                    .formatted(port));
        }
    }

    @Test
    void itListensOnTheLoopbackAddressOnly() throws IOException {
        assertThat(lab.uri().getHost()).isEqualTo("127.0.0.1");
        InetSocketAddress elsewhere = new InetSocketAddress("127.0.0.2", lab.uri().getPort());
        try (Socket socket = new Socket()) {
            assertThatThrownBy(() -> socket.connect(elsewhere, 500))
                    .isInstanceOf(IOException.class);
        }
    }

    private static String skipHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        return head.toString();
    }

    private RawReply get(String target) throws IOException {
        return RawReply.get(lab.uri(), target);
    }

    private static long nanos(int millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
