package dev.overlap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.overlap.engine.Engine;
import dev.overlap.engine.http.NetworkAccess;
import dev.overlap.engine.request.LabEndpoint;
import dev.overlap.lab.Lab;
import dev.overlap.runtime.EngineSession;
import dev.overlap.runtime.LabAndEngine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Addresses that are rare but valid, from the command line to the socket and back. */
@Timeout(60)
class UnusualAddressesTest {

    private static final int END_OF_HEAD = 0x0d0a0d0a;

    @TempDir private Path folder;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private TestCommandLine commandLine;

    @BeforeEach
    void makeCommandLine() {
        commandLine = TestCommandLine.in(folder).withEngine(UnusualAddressesTest::engine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "event-loop"})
    void aHostInAnotherScriptIsLookedUpInAsciiAndShownAsWritten(String model) throws IOException {
        isAnswered(model, "127.0.0.1", "http://bücher.example:%d/");
        assertThat(heads.getFirst()).containsPattern("Host: xn--bcher-kva\\.example:\\d+\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "event-loop"})
    void anUnknownHostIsReportedAsWritten(String model) throws IOException {
        assertThat(run(model, "https://käse.example/")).isOne();
        assertThat(commandLine.err())
                .startsWith("overlap: https://käse.example/: no such host name was found.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "event-loop"})
    void anIpv6AddressIsReached(String model) throws IOException {
        isAnswered(model, "::1", "http://[::1]:%d/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "event-loop"})
    void anAddressOfAHundredThousandCharactersIsAnswered(String model) throws IOException {
        isAnswered(model, "127.0.0.1", "http://127.0.0.1:%d/" + "a".repeat(100_000));
    }

    /** A server may reject such an address or close the connection: Overlap reports which. */
    @ParameterizedTest
    @ValueSource(strings = {"sequential", "event-loop"})
    void anAddressThatIsTooLongForTheLabIsRejected(String model) throws IOException {
        String site = "lab:/" + "a".repeat(100_000);
        run(model, site);
        assertThat(commandLine.out() + commandLine.err())
                .containsAnyOf(site + ": 431, ", site + " reset the connection. Try again");
        assertThat(commandLine.outLines().getLast()).startsWith("Wrote ");
    }

    private void isAnswered(String model, String host, String url) throws IOException {
        CompletableFuture<Void> served;
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getAllByName(host)[0])) {
            served = CompletableFuture.runAsync(() -> serve(server), Thread::startVirtualThread);
            String site = url.formatted(server.getLocalPort());
            assertThat(run(model, site)).isZero();
            assertThat(commandLine.outLines().getFirst()).startsWith(site + ": 204, ");
        }
        assertThat(served).succeedsWithin(Duration.ofSeconds(20));
        assertThat(heads).as("each run asks once").hasSize(1);
    }

    private int run(String model, String site) throws IOException {
        Files.writeString(folder.resolve("a.sites"), site + "\n");
        return commandLine.type(
                ("run a.sites --timeout 20s --out a.csv --model " + model).split(" "));
    }

    /** Opens the real engine with a resolver that knows one name. */
    private static EngineSession engine() throws IOException {
        Lab lab = Lab.start();
        NetworkAccess network =
                new NetworkAccess(UnusualAddressesTest::resolve, NetworkAccess.system().ssl());
        return LabAndEngine.of(lab, new Engine(LabEndpoint.plain(lab.uri()), network));
    }

    private static List<InetAddress> resolve(String host) throws UnknownHostException {
        if (host.equals("xn--bcher-kva.example")) {
            return List.of(InetAddress.getLoopbackAddress());
        }
        throw new UnknownHostException(host);
    }

    /** Answers every connection once, until the server is closed. */
    private void serve(ServerSocket server) {
        try {
            while (true) {
                answer(server.accept());
            }
        } catch (SocketException e) {
            assertThat(server.isClosed()).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the whole head: closing a socket with unread data resets the connection. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int last = 0;
        while (last != END_OF_HEAD) {
            int octet = in.read();
            if (octet < 0) {
                throw new EOFException("the head of the request has no end");
            }
            last = last << 8 | octet;
            head.append((char) octet);
        }
        return head.toString();
    }

    private void answer(Socket socket) throws IOException {
        try (socket;
                OutputStream out = socket.getOutputStream()) {
            heads.add(head(new BufferedInputStream(socket.getInputStream())));
            out.write(
                    "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
        }
    }
}
