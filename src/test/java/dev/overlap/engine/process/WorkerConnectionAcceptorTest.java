package dev.overlap.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.overlap.testkit.Eventually;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.StreamCorruptedException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Tests which connections are accepted as that of the worker process. */
@Timeout(60)
class WorkerConnectionAcceptorTest {

    private final AtomicBoolean alive = new AtomicBoolean(true);
    private final AtomicReference<Thread> waiting = new AtomicReference<>();
    private final List<Socket> sockets = new ArrayList<>();
    private WorkerConnectionAcceptor acceptor;
    private CompletableFuture<SocketChannel> accepted;

    @BeforeEach
    void open() throws IOException {
        acceptor = WorkerConnectionAcceptor.open();
        accepted = new CompletableFuture<>();
        waiting.set(Thread.ofPlatform().start(this::accept));
    }

    private void accept() {
        try {
            accepted.complete(acceptor.accept(alive::get));
        } catch (Throwable e) {
            accepted.completeExceptionally(e);
        }
    }

    @AfterEach
    void close() throws Exception {
        alive.set(false);
        acceptor.close();
        waiting.get().join();
        if (!accepted.isCompletedExceptionally()) {
            accepted.join().close();
        }
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private Socket stranger(String words) throws IOException {
        Socket socket = new Socket();
        sockets.add(socket);
        socket.setSoTimeout(20_000); // a connection that is not closed must not block the test
        socket.connect(
                new InetSocketAddress(WorkerCredentials.LOOPBACK, acceptor.credentials().port()));
        socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private Socket process() throws IOException {
        Socket socket = acceptor.credentials().connect();
        sockets.add(socket);
        return socket;
    }

    @Test
    void whoKnowsTheTokenGetsInAndNothingThatFollowsIsLost() throws Exception {
        Socket process = process();
        process.getOutputStream().write("first words".getBytes(StandardCharsets.US_ASCII));

        ByteBuffer said = ByteBuffer.allocate(11);
        while (said.hasRemaining() && accepted.join().read(said) >= 0) {
            // the rest
        }

        assertThat(new String(said.array(), StandardCharsets.US_ASCII)).isEqualTo("first words");
        assertThat(accepted.join().isBlocking()).isTrue();
    }

    @Test
    void strangersHoldNobodyUpAndAreCutOff() throws Exception {
        Socket silent = stranger("");
        Socket wrong = stranger("0".repeat(32));
        Socket half = stranger(acceptor.credentials().token().substring(16));
        Socket web = stranger("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        Socket gone = stranger("");
        gone.setSoLinger(true, 0); // a reset
        gone.close();
        assertIsClosed(wrong);
        assertIsClosed(web);

        Socket process = process();

        assertThat(((InetSocketAddress) accepted.join().getRemoteAddress()).getPort())
                .isEqualTo(process.getLocalPort());
        assertIsClosed(silent);
        assertIsClosed(half);
    }

    /** Asserts that the connection was closed, or reset if sent data had not been read. */
    private static void assertIsClosed(Socket socket) throws IOException {
        int read;
        try {
            read = socket.getInputStream().read();
        } catch (java.net.SocketException e) {
            read = -1;
        }
        assertThat(read).isEqualTo(-1);
    }

    @Test
    void amongManyWhoKeepSilentTheProcessStillGetsIn() throws Exception {
        Socket first = stranger("");
        for (int i = 0; i < 2 * UnauthenticatedConnections.MAX_PENDING; i++) {
            stranger("");
        }
        assertIsClosed(first);

        Socket process = process();

        assertThat(((InetSocketAddress) accepted.join().getRemoteAddress()).getPort())
                .isEqualTo(process.getLocalPort());
    }

    @Test
    void afterTheProcessNobodyCanConnect() throws Exception {
        process();
        accepted.join();
        waiting.get().join();

        assertThatThrownBy(() -> stranger("")).isInstanceOf(ConnectException.class);
    }

    @Test
    void aProcessThatIsGoneIsNotWaitedFor() {
        alive.set(false);

        assertFails(IOException.class, "the process ended before it connected");
    }

    @Test
    void anInterruptEndsTheWait() {
        waiting.get().interrupt();

        assertFails(InterruptedIOException.class, "interrupted");
    }

    @Test
    void whoeverClosesItEndsTheWait() throws Exception {
        Socket silent = stranger("");
        Eventually.holds("it waits", () -> waiting.get().getState() == Thread.State.RUNNABLE);

        acceptor.close();

        assertThat(accepted)
                .failsWithin(20, TimeUnit.SECONDS)
                .withThrowableThat()
                .withCauseInstanceOf(IOException.class);
        assertIsClosed(silent);
    }

    private void assertFails(Class<? extends Throwable> kind, String words) {
        assertThatThrownBy(accepted::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(kind)
                .hasMessageContaining(words);
    }

    @Test
    void aTicketIsReadAsItWasWrittenAndIsNeverTheSame() throws IOException {
        WorkerCredentials credentials = WorkerCredentials.to(65_535);

        WorkerCredentials read =
                WorkerCredentials.read(new ByteArrayInputStream(credentials.line()));

        assertThat(read).isEqualTo(credentials).isNotEqualTo(WorkerCredentials.to(65_535));
        assertThat(credentials.toString()).doesNotContain(credentials.token());
    }

    @Test
    void aLineThatIsNoTicketIsRefusedHoweverLongItIs() throws IOException {
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return 'x';
                    }
                };

        assertThatThrownBy(() -> WorkerCredentials.read(endless))
                .isInstanceOf(StreamCorruptedException.class);
        assertThat(WorkerCredentials.read(InputStream.nullInputStream())).isNull();
    }
}
