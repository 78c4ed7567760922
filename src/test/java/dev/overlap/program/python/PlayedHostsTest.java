package dev.overlap.program.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.lab.Lab;
import dev.overlap.lab.VirtualHosts;
import dev.overlap.program.python.InstalledPython.Ended;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Real Python programs ask the lab for hosts that it plays, over https: each checks the certificate
 * as it always does, and learns of it by its environment alone. Only names are led astray, to
 * 127.0.0.1.
 */
class PlayedHostsTest {

    private static final String BEGIN =
            """
            import socket

            real = socket.getaddrinfo

            def lead_to_lab(host, *rest, **more):
                return real('127.0.0.1' if host == 'www.google.com' else host, *rest, **more)

            socket.getaddrinfo = lead_to_lab
            url = 'https://www.google.com:PORT/'
            """;

    private static final String URLLIB =
            """
            import urllib.request
            print(urllib.request.urlopen(url).read().decode())
            """;

    private static Lab lab;
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        lab = Lab.start(VirtualHosts.of(List.of("www.google.com=20ms", "1und1.example=1ms")));
        port = lab.tlsUri().getPort();
    }

    @AfterAll
    static void close() {
        lab.close();
    }

    @Test
    void urllibTrustsTheLab() throws IOException {
        assertIsServed(InstalledPython.require(), URLLIB);
    }

    @Test
    void requestsTrustsTheLab() throws IOException {
        assertIsServed(
                InstalledPython.requireWith("requests"),
                """
                import requests
                print(requests.get(url).text)
                """);
    }

    @Test
    void aiohttpTrustsTheLab() throws IOException {
        assertIsServed(
                InstalledPython.requireWith("aiohttp"),
                """
                import aiohttp
                import asyncio

                async def main():
                    async with aiohttp.ClientSession() as session:
                        async with session.get(url) as reply:
                            print(await reply.text())

                asyncio.run(main())
                """);
    }

    @Test
    void httpxTrustsTheLab() throws IOException {
        assertIsServed(
                InstalledPython.requireWith("httpx"),
                """
                import httpx
                print(httpx.get(url).text)
                """);
    }

    @Test
    void withoutTheBundleNobodyTrustsIt() {
        Ended ended = run(InstalledPython.require(), URLLIB, Map.of());

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).contains("CERTIFICATE_VERIFY_FAILED");
    }

    /** {@code 1und1.example} begins with a digit, as keytool must allow, too. */
    @Test
    void theCertificateIsForTheHostsAndNoOthers() throws IOException {
        Interpreter interpreter = InstalledPython.require();
        try (TrustBundle bundle = bundle(interpreter)) {
            String other =
                    """
                    import socket, ssl
                    context = ssl.create_default_context()
                    for name in ('1und1.example', 'localhost', 'www.google.de'):
                        try:
                            with socket.create_connection(('127.0.0.1', %d)) as plain:
                                context.wrap_socket(plain, server_hostname=name).close()
                            print(name, 'is trusted')
                        except ssl.SSLCertVerificationError as error:
                            print(name, error.verify_message)
                    """
                            .formatted(port);

            assertThat(
                            InstalledPython.run(interpreter, other, bundle.environment())
                                    .output()
                                    .lines())
                    .hasSize(3)
                    .startsWith("1und1.example is trusted", "localhost is trusted")
                    .last()
                    .asString()
                    .contains("not valid for 'www.google.de'");
        }
    }

    /** Certificates that the interpreter finds by itself are still there, and one more. */
    @Test
    void whatWasTrustedBeforeStillIs() throws IOException {
        Interpreter interpreter = InstalledPython.requireWith("requests");
        String count =
                """
                import os, ssl, requests.utils
                given = os.environ.get('REQUESTS_CA_BUNDLE')
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
                context.load_verify_locations(given or requests.utils.DEFAULT_CA_BUNDLE_PATH)
                print(len(context.get_ca_certs()))
                """;
        int before = number(InstalledPython.run(interpreter, count, Map.of()));
        try (TrustBundle bundle = bundle(interpreter)) {
            Ended after = InstalledPython.run(interpreter, count, bundle.environment());

            assertThat(number(after)).isEqualTo(before + 1).isGreaterThan(10);
        }
    }

    private static int number(Ended ended) {
        return Integer.parseInt(ended.output().strip());
    }

    private static void assertIsServed(Interpreter interpreter, String program) throws IOException {
        try (TrustBundle bundle = bundle(interpreter)) {
            Ended ended = run(interpreter, program, bundle.environment());

            assertThat(ended.output())
                    .contains("<h1>www.google.com</h1>")
                    .contains("This reply was held back for 20 ms.");
            assertThat(ended.code()).isZero();
        }
    }

    private static TrustBundle bundle(Interpreter interpreter) throws IOException {
        return TrustBundle.create(
                lab.certificate(), interpreter.installation().certificates(), Map.of());
    }

    private static Ended run(
            Interpreter interpreter, String program, Map<String, String> environment) {
        return InstalledPython.run(
                interpreter, BEGIN.replace("PORT", Integer.toString(port)) + program, environment);
    }
}
