package dev.overlap.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class VirtualHostsTest {

    private static Lab lab;

    @BeforeAll
    static void start() throws IOException {
        lab =
                Lab.start(
                        VirtualHosts.of(
                                List.of(
                                        "www.google.com=30ms",
                                        "Bücher.example=0.02s",
                                        "broken.example = lab:/status/503?delay=5",
                                        "silent.example=lab:/status/204",
                                        "moved.example=lab:/redirect/2",
                                        "jobs.example=lab:/jobs?takes=1",
                                        "echo.example=lab:/echo")));
    }

    @AfterAll
    static void close() {
        lab.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "www.google.com",
                "WWW.Google.com",
                "www.google.com.",
                "www.google.com:80",
                "www.google.com:9191"
            })
    void aDeclaredHostAnswersAnyPathAfterItsTime(String host) throws IOException {
        for (String path : List.of("/", "/search?q=a=b", "/delay/0", "/no/such/path")) {
            RawReply reply = ask(host, "GET", path);

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.sentAfterMillis()).isGreaterThanOrEqualTo(30);
            assertThat(reply.header(Lab.DECLARED)).isEqualTo("30");
            assertThat(reply.header("content-type")).isEqualTo("text/html; charset=UTF-8");
            assertThat(reply.body())
                    .contains("<h1>www.google.com</h1>")
                    .contains("Overlap's lab played this host.")
                    .contains("This reply was held back for 30 ms.");
        }
    }

    @Test
    void aPostIsAnsweredAlike() throws IOException {
        assertThat(ask("www.google.com", "POST", "/form").header(Lab.DECLARED)).isEqualTo("30");
    }

    @Test
    void anInternationalNameIsKnownInItsAsciiForm() throws IOException {
        assertThat(ask("xn--bcher-kva.example", "GET", "/").header(Lab.DECLARED)).isEqualTo("20");
        assertThat(VirtualHosts.of(List.of("Bücher.example.=1ms")).names())
                .containsExactly("xn--bcher-kva.example");
    }

    @Test
    void aHostMayHaveAnyBehaviourOfTheLab() throws IOException {
        RawReply broken = ask("broken.example", "GET", "/x");

        assertThat(broken.status()).isEqualTo(503);
        assertThat(broken.header(Lab.DECLARED)).isEqualTo("5");
        assertThat(broken.body()).contains("<h1>broken.example</h1>");
        assertThat(ask("silent.example", "GET", "/x").status()).isEqualTo(204);
        assertThat(ask("echo.example", "GET", "/x?<b>").body()).startsWith("GET /x?<b>\n");
    }

    @Test
    void redirectsOfAHostEnd() throws IOException {
        assertThat(ask("moved.example", "GET", "/").header("location")).isEqualTo("/redirect/1");
        assertThat(ask("moved.example", "GET", "/redirect/1").header("location"))
                .isEqualTo("/redirect/0");
        assertThat(ask("moved.example", "GET", "/redirect/0").status()).isEqualTo(200);
        assertThat(ask("moved.example", "GET", "/redirect/9").header("location"))
                .isEqualTo("/redirect/1");
    }

    @Test
    void aJobOfAHostCanBePolled() throws IOException {
        RawReply started = ask("jobs.example", "POST", "/make");
        assertThat(started.status()).isEqualTo(202);

        RawReply polled = ask("jobs.example", "GET", started.header("location"));

        assertThat(polled.body()).contains("The job is");
        assertThat(ask("jobs.example", "GET", "/make").status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "google.com", "a_b.example", "[::1]:80"})
    void anyOtherHostIsAnsweredAsItsUrlSays(String host) throws IOException {
        assertThat(ask(host, "GET", "/").body()).startsWith("Overlap's lab: an HTTP server");
        assertThat(ask(host, "GET", "/delay/2").header("content-type")).startsWith("text/plain");
    }

    @Test
    void aRequestWithoutAHostIsAnsweredAsItsUrlSays() throws IOException {
        assertThat(exchange("GET /delay/2 HTTP/1.0\r\n\r\n"))
                .startsWith("HTTP/1.1 200")
                .contains("held back for 2 ms");
    }

    @Test
    void anAbsoluteTargetNamesItsHostToo() throws IOException {
        assertThat(
                        exchange(
                                """
                                GET http://www.google.com/ HTTP/1.1\r
                                Host: www.google.com\r
                                Connection: close\r
                                \r
                                """))
                .contains("<h1>www.google.com</h1>");
    }

    /** GET / of a host in its pseudo-header, in HPACK's indexed and literal form. */
    @Test
    void http2NamesTheHostInItsAuthority() throws IOException {
        byte[] host = "www.google.com:9192".getBytes(US_ASCII);
        byte[] headers = {(byte) 0x82, (byte) 0x84, (byte) 0x86, 0x01, (byte) host.length};
        int length = headers.length + host.length;
        try (Socket socket = RawReply.open(lab.h2cUri())) {
            OutputStream out = socket.getOutputStream();
            out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
            out.write(new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0}); // settings
            out.write(new byte[] {0, 0, (byte) length, 1, 5, 0, 0, 0, 1}); // headers, and the end
            out.write(headers);
            out.write(host);

            assertThat(firstData(new DataInputStream(socket.getInputStream())))
                    .contains("<h1>www.google.com</h1>");
        }
    }

    private static String firstData(DataInputStream in) throws IOException {
        while (true) {
            int head = in.readInt(); // three bytes of length, one of type
            in.skipNBytes(5);
            byte[] payload = in.readNBytes(head >>> 8);
            if ((head & 0xff) == 0) {
                return new String(payload, US_ASCII);
            }
        }
    }

    private static String exchange(String request) throws IOException {
        try (Socket socket = RawReply.open(lab.uri())) {
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }

    private static RawReply ask(String host, String method, String target) throws IOException {
        return RawReply.ask(lab.uri(), new RawReply.Request(host, method, target, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "300ms | /delay/300",
                "2s | /delay/2000",
                "1.5s | /delay/1500",
                "1.25 S | /delay/1250",
                "0ms | /delay/0",
                "3.0ms | /delay/3",
                "600s | /delay/600000",
                "lab:/delay/300 | /delay/300",
                "LAB:/bytes/10?ms=5 | /bytes/10?ms=5",
                "lab:/jobs?takes=9 | /jobs?takes=9",
                "lab:/hang | /hang"
            })
    void aTimeOrAPathOfTheLabIsDeclared(String value, String target) {
        assertThat(HostDeclaration.parse("www.example.org=" + value))
                .isEqualTo(new HostDeclaration("www.example.org", target));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "www.google.com | \"www.google.com\" does not say what the lab does: write"
                        + " HOST=300ms or HOST=lab:/delay/300.",
                "www.google.com= | \"\" is neither a time nor a path of the lab: write 300ms,"
                        + " 1.5s or lab:/delay/300.",
                "www.google.com=soon | \"soon\" is neither a time nor a path of the lab: write"
                        + " 300ms, 1.5s or lab:/delay/300.",
                "www.google.com=-3s | \"-3s\" is neither a time nor a path of the lab: write"
                        + " 300ms, 1.5s or lab:/delay/300.",
                "www.google.com=300 | 300 has no unit: write 300ms or 300s.",
                "www.google.com=0.3ms | The lab waits whole milliseconds, and \"0.3ms\" has a"
                        + " fraction of one.",
                "www.google.com=601s | The lab waits 600s at most, and \"601s\" is longer.",
                "=300ms | \"\" is not the name of a host.",
                "*.google.com=300ms | \"*.google.com\" is not the name of a host.",
                "my_host=300ms | \"my_host\" is not the name of a host.",
                "a..b=300ms | \"a..b\" is not the name of a host.",
                "10.0.0.1=300ms | The lab plays hosts by name, and \"10.0.0.1\" is a numeric"
                        + " address.",
                "[::1]=300ms | The lab plays hosts by name, and \"[::1]\" is a numeric address.",
                "a.example:81=300ms | The lab plays a host whatever the port: write"
                        + " \"a.example:81\" without its port.",
                "http://a.example/=3ms | \"http://a.example/\" is not a host: write its name"
                        + " alone, as in www.example.org=300ms.",
                "a.example=lab:/delay | The lab cannot play a.example. A number is missing: write"
                        + " /delay/ and the number.",
                "a.example=lab:/delay/x | The lab cannot play a.example. ms must be a whole number"
                        + " from 0 to 600000, not \"x\"."
            })
    void whatIsWrongWithADeclarationIsSaid(String declaration, String sentence) {
        assertThatThrownBy(() -> VirtualHosts.of(List.of(declaration)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void anUnknownPathOfTheLabIsSaidWithTheKnownOnes() {
        assertThatThrownBy(() -> VirtualHosts.of(List.of("a.example=lab:/dely/300")))
                .hasMessageStartingWith(
                        "The lab cannot play a.example. The lab has no path \"/dely/300\"; it has")
                .hasMessageContaining("/delay/{ms}");
    }

    @Test
    void aHostIsDeclaredOnce() {
        assertThatThrownBy(() -> VirtualHosts.of(List.of("a.example=3ms", "A.Example.=3ms")))
                .hasMessage("a.example is declared twice, and can behave in one way only.");
    }

    @Test
    void theNumberOfHostsIsLimited() {
        List<String> declarations =
                IntStream.rangeClosed(0, VirtualHosts.MAX_HOSTS)
                        .mapToObj(n -> "host%d.example=1ms".formatted(n))
                        .collect(Collectors.toList());

        assertThatThrownBy(() -> VirtualHosts.of(declarations))
                .hasMessage("The lab plays 200 hosts at most, and 201 are declared.");
        assertThat(VirtualHosts.of(declarations.subList(1, declarations.size())).names())
                .hasSize(VirtualHosts.MAX_HOSTS);
    }

    @Test
    void controlCharactersOfADeclarationAreNotEchoed() {
        assertThatThrownBy(() -> VirtualHosts.of(List.of("a\u001b[31m=3ms")))
                .hasMessage("\"a\ufffd[31m\" is not the name of a host.");
    }
}
