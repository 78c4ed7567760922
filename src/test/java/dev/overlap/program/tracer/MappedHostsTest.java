package dev.overlap.program.tracer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.lab.Lab;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Programs whose hosts are played by the lab; they are not changed for it. */
class MappedHostsTest {

    @TempDir Path folder;

    @Test
    void everyLibraryReachesTheLabByHttpAndHttps() throws IOException {
        Interpreter python = Interpreter.with("requests", "aiohttp", "httpx");
        try (Lab lab = Lab.start()) {
            String hosts =
                    String.format(
                            Locale.ROOT,
                            "www.google.com=127.77.0.1/%d/%d,www.example.org=127.77.0.2/9/9",
                            lab.uri().getPort(),
                            lab.tlsUri().getPort());
            EventStream stream =
                    TracedProgram.of(
                                    folder,
                                    python,
                                    "hosts.py",
                                    List.of("requests", "httpx", "aiohttp"))
                            .with("OVERLAP_HOSTS", hosts)
                            .traceUnchanged(
                                    new TracedProgram.Result(
                                            0,
                                            """
                                            urllib 200 200
                                            http.client 200
                                            streams b'200'
                                            127.77.0.1
                                            requests 200 200
                                            httpx 200 200
                                            httpx 200 200
                                            aiohttp 200
                                            aiohttp 200
                                            """,
                                            ""))
                            .getFirst();

            assertThat(stream.named("exchange").map(begun -> begun.path("url").asString("")))
                    .hasSize(11)
                    .allMatch(url -> url.endsWith("://www.google.com/status/200"));
            assertThat(stream.tasks("GET https://"))
                    .hasSize(3) // urllib, requests and httpx, in the main thread
                    .allMatch(call -> call.phases().contains("TLS"))
                    .allMatch(call -> call.phases().contains("DNS"));
            assertThat(stream.task("with_streams(").phases()).contains("TLS");
            assertThat(stream.notes()).isEmpty();
        }
    }
}
